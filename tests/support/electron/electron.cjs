// What `require('electron')` gives: Playwright's loader and its inspector ask for the module this way.
module.exports = globalThis[Symbol.for('pawlab.standin.electron')];
