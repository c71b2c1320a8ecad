import js from '@eslint/js';
import importX from 'eslint-plugin-import-x';
import typescript from 'typescript-eslint';

/** What each folder may import: other folders of src, then packages (patterns). ARCHITECTURE.md explains why. */
const folders = {
  contract: { folders: [], packages: [] },
  engine: { folders: ['contract'], packages: ['@tensorflow/tfjs-core'] },
  adapters: { folders: ['contract', 'engine'], packages: ['sharp', 'node:*', '@tensorflow/*', 'webgpu'] },
  studio: { folders: ['contract', 'engine'], packages: ['valibot'] },
  'engine-host': { folders: ['contract', 'engine', 'adapters', 'studio'], packages: ['node:*'] },
  cli: { folders: ['contract', 'engine-host/compose.ts'], packages: ['node:*', 'commander'] },
};

/** Of the engine, an adapter sees the ports and the types they name, nothing that computes. */
const engineForAdapters = ['ports.ts', 'models/description.ts'];

const zones = Object.entries(folders).flatMap(([folder, allowed]) =>
  ['src', 'tests'].map((root) => ({
    target: `./${root}/${folder}`,
    from: './src',
    except: [`./${folder}`, ...allowed.folders.map((name) => `./${name}`)],
    message: `${root}/${folder} may import only ${[folder, ...allowed.folders].join(', ')}.`,
  })),
);
zones.push({
  target: './src/adapters',
  from: './src/engine',
  except: engineForAdapters.map((name) => `./${name}`),
  message: `An adapter may import of the engine only ${engineForAdapters.join(', ')}.`,
});

const packageRules = Object.entries(folders).map(([folder, allowed]) => ({
  files: [`src/${folder}/**/*.ts`],
  rules: {
    'no-restricted-imports': [
      'error',
      {
        patterns: [
          {
            regex: `^(?!\\.{1,2}/)${allowed.packages.map((name) => `(?!${name.replace('*', '')}${name.endsWith('*') ? '' : '$'})`).join('')}`,
            message: `src/${folder} may import only these packages: ${allowed.packages.join(', ') || 'none'}.`,
          },
        ],
      },
    ],
  },
}));

export default typescript.config(
  { ignores: ['node_modules/', 'out/', 'dist/', 'artifacts/'] },
  js.configs.recommended,
  {
    files: ['src/**/*.ts', 'tests/**/*.ts'],
    extends: [typescript.configs.strictTypeChecked, typescript.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    plugins: { 'import-x': importX },
    rules: {
      'import-x/no-restricted-paths': ['error', { zones }],
      'import-x/no-cycle': 'error',
      eqeqeq: 'error',
      // Numbers and booleans in messages are what messages are for.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
      // `() => thing.close()` reads better than a block with one statement.
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
    },
  },
  {
    files: ['tests/**/*.ts'],
    rules: {
      // node:test's describe and it return promises that the runner itself awaits.
      '@typescript-eslint/no-floating-promises': [
        'error',
        {
          allowForKnownSafeCalls: [
            {
              from: 'package',
              package: 'node:test',
              name: ['test', 'describe', 'it', 'suite', 'before', 'after', 'beforeEach', 'afterEach'],
            },
          ],
        },
      ],
    },
  },
  ...packageRules,
  {
    files: ['tools/**/*.mjs', '*.js'],
    languageOptions: {
      globals: Object.fromEntries(
        [
          'process',
          'console',
          'setTimeout',
          'clearTimeout',
          'setInterval',
          'clearInterval',
          'URL',
          'Buffer',
          'performance',
          'AbortController',
          'structuredClone',
        ].map((name) => [name, 'readonly']),
      ),
    },
  },
);
