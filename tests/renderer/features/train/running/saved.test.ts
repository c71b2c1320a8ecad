import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { savedWords, stateNote, stopQuestion } from '../../../../../src/renderer/src/features/train/running/saved.ts';
import { epochEvent, inFirstEpoch, sixEpochs, stepEvent, training } from '../trainings.ts';

describe('question before a stop', () => {
  it('says what is saved, the half epoch too', () => {
    assert.deepEqual(stopQuestion(training()), {
      title: 'Stop after epoch 6?',
      text: 'Epoch 7 is half done. Everything is saved, also the half epoch, and you can go on from there later.',
    });
  });

  it('calls an epoch half done only where it is about half', () => {
    const text = (step: number): string => stopQuestion(training({ step: stepEvent({ step }) })).text;
    assert.match(text(1), /^Epoch 7 has just begun\./);
    assert.match(text(40), /^Epoch 7 is partly done\. Everything is saved, also that part of it,/);
    assert.match(text(200), /^Epoch 7 is mostly done\./);
    assert.match(text(250), /^Epoch 7 is nearly done\./);
  });

  it('says that no epoch is finished in the first', () => {
    assert.match(stopQuestion(inFirstEpoch()).text, /^No epoch is finished yet\. .* is saved/);
  });

  it('has nothing to save between two epochs or before a run', () => {
    assert.equal(
      stopQuestion(training({ step: null })).text,
      'Everything is saved, and you can go on from there later.',
    );
    assert.match(stopQuestion(inFirstEpoch({ run: null, step: null })).text, /Training has not begun/);
  });
});

describe('note of a training that rests', () => {
  it('is none while it goes on', () => {
    assert.equal(stateNote(training()), null);
    assert.equal(stateNote(training({ phase: 'reading' })), null);
  });

  it('says where another program trains the run', () => {
    const note = stateNote(training({ job: null, step: null }));
    assert.deepEqual([note?.kind, note?.title], ['info', 'Another program is training this run.']);
  });

  it('says from where it goes on', () => {
    assert.deepEqual(stateNote(training({ phase: 'paused' })), {
      kind: 'info',
      title: 'Paused after epoch 6.',
      text: 'You can close Pawlab; training goes on from here.',
    });
    const cutOff = stateNote(training({ phase: 'cutOff', epochs: sixEpochs.slice(0, 2), step: null }));
    assert.equal(cutOff?.title, 'Training was cut off in epoch 3.');
    assert.equal(cutOff.text, 'Epochs 1 to 2 are saved. It goes on from there.');
  });

  it('does not promise epochs that nobody has', () => {
    const cutOff = stateNote(inFirstEpoch({ phase: 'cutOff', step: null }));
    assert.match(cutOff?.text ?? '', /begins anew/);
    assert.equal(savedWords({ epochs: [] }), 'No epoch was finished.');
    assert.equal(savedWords({ epochs: [epochEvent(1)] }), 'Epoch 1 is saved.');
  });

  it('says of how many pictures a result is', () => {
    assert.match(stateNote(training({ phase: 'finished', step: null }))?.text ?? '', /Measured on 2,000 test pictures/);
    const untested = stateNote(training({ phase: 'finished', step: null, testPictures: 0 }));
    assert.match(untested?.text ?? '', /Measured on 8,000 training pictures/);
  });
});
