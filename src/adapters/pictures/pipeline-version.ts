/**
 * Goes up whenever the same file would give other pixels than before, and whenever the cache's files change their form:
 * caches of an older version are removed. Apart from the decoding itself, so that only decoding processes load sharp.
 */
export const pipelineVersion = 2;
