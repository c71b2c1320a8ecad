import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { defaultSettings, settingNames, settingTable } from '../../../../../src/contract/settings.ts';
import {
  changedNames,
  choiceName,
  commonFields,
  completed,
  explained,
  fieldsOf,
  formProblem,
  moreFields,
  parsed,
  problemOf,
  withoutPage,
  withSetting,
} from '../../../../../src/renderer/src/features/train/setup/setting-form.ts';

const names = (fields: readonly { readonly name: string }[]): readonly string[] => fields.map(({ name }) => name);

describe('form of the settings', () => {
  it('shows the common ones first', () => {
    assert.deepEqual(names(commonFields), ['epochs', 'batchSize', 'pictureSize', 'optimizer', 'learningRate', 'seed']);
  });

  it('has a field for every setting that is not chosen elsewhere', () => {
    const everything = new Set(
      (['adamW', 'sgd'] as const).flatMap((optimizer) =>
        names(fieldsOf({ ...defaultSettings, optimizer, schedule: 'plateau' })),
      ),
    );
    const elsewhere = ['preset', 'shear', 'zoom', 'flip'];
    assert.deepEqual(
      settingNames.filter((name) => !everything.has(name)),
      elsewhere,
    );
  });

  it('explains a field: what it does, what it can be, what it usually is', () => {
    const batch = commonFields.find(({ name }) => name === 'batchSize');
    assert.ok(batch);
    assert.equal(explained(batch), 'Pictures per training step. From 1 to 1024 pictures. Usually 32.');
  });

  it('shows a setting only where it does something', () => {
    assert.ok(!names(moreFields(defaultSettings)).includes('momentum'));
    assert.ok(names(moreFields({ ...defaultSettings, optimizer: 'sgd' })).includes('momentum'));
    assert.ok(names(moreFields({ ...defaultSettings, schedule: 'plateau' })).includes('plateauFactor'));
  });

  it('has words for every choice', () => {
    for (const name of settingNames) {
      const setting = settingTable[name];
      if (setting.kind !== 'choice' || name === 'preset') continue;
      for (const choice of setting.choices) assert.match(choiceName(name, choice), /^[A-Z]/);
    }
  });
});

describe('what a person writes', () => {
  it('is a number with a point or a comma, with spaces or without', () => {
    assert.equal(parsed(settingTable.learningRate, ' 0,0003 '), 0.0003);
    assert.equal(parsed(settingTable.epochs, '1 000'), 1000);
    assert.equal(parsed(settingTable.learningRate, '3e-4'), 0.0003);
  });

  it('is refused with the reason', () => {
    assert.equal(problemOf('batchSize', '0'), 'Must be a whole number from 1 to 1024 pictures.');
    assert.equal(problemOf('epochs', ''), 'Must be a whole number from 1 to 10000.');
    assert.notEqual(problemOf('epochs', '2.5'), null);
    assert.notEqual(problemOf('learningRate', 'fast'), null);
    assert.equal(problemOf('learningRate', '0.001'), null);
  });

  it('names the field where the start is refused', () => {
    assert.equal(formProblem({ batchSize: '0' }), 'Batch size must be a whole number from 1 to 1024 pictures.');
    assert.equal(formProblem({ batchSize: '8' }), null);
    assert.equal(formProblem({}), null);
  });
});

describe("a person's own settings", () => {
  it('are those that differ from the defaults', () => {
    const own = withSetting({}, 'epochs', 40);
    assert.deepEqual(own, { epochs: 40 });
    assert.deepEqual(withSetting(own, 'epochs', defaultSettings.epochs), {});
    assert.equal(completed(own).epochs, 40);
    assert.equal(completed(own).batchSize, 32);
  });

  it('count as changed only where they do something here', () => {
    assert.deepEqual(changedNames(completed({ epochs: 40, momentum: 0.5, shear: 10 })), ['epochs']);
    assert.deepEqual(changedNames(completed({ optimizer: 'sgd', momentum: 0.5 })), ['optimizer', 'momentum']);
  });

  it('go back to the defaults with Reset, except those of other pages', () => {
    assert.deepEqual(withoutPage({ epochs: 40, momentum: 0.5, shear: 10 }), { shear: 10 });
  });
});
