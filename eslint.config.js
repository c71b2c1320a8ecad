import js from '@eslint/js';
import importX from 'eslint-plugin-import-x';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import typescript from 'typescript-eslint';

/** What each folder may import: other folders of src, then packages (patterns). ARCHITECTURE.md explains why. */
const folders = {
  contract: { folders: [], packages: [] },
  engine: { folders: ['contract'], packages: ['@tensorflow/tfjs-core'] },
  adapters: { folders: ['contract', 'engine'], packages: ['sharp', 'node:*', '@tensorflow/*', 'webgpu'] },
  studio: { folders: ['contract', 'engine'], packages: ['valibot'] },
  'engine-host': { folders: ['contract', 'engine', 'adapters', 'studio', 'rpc'], packages: ['node:*'] },
  rpc: { folders: ['contract'], packages: ['birpc'] },
  host: { folders: ['contract', 'rpc'], packages: ['node:*'] },
  main: { folders: ['contract', 'rpc', 'host'], packages: ['node:*', 'electron'] },
  preload: { folders: ['contract'], packages: ['electron'] },
  server: { folders: ['contract', 'rpc', 'host'], packages: ['node:*', 'hono', '@hono/*', 'ws'] },
  cli: { folders: ['contract', 'engine-host/compose.ts', 'server'], packages: ['node:*', 'commander'] },
  'renderer/src/ui': { folders: [], packages: ['svelte', 'svelte/*', 'bits-ui', 'chart.js', 'virtua/*'] },
  'renderer/src/words': { folders: ['contract'], packages: [] },
};

/** Each feature of the page by itself: what it shares with another lies in ui/, words/ or beside the connection. */
const features = ['shell', 'welcome', 'data', 'train', 'predict', 'runs'];
for (const feature of features) {
  folders[`renderer/src/features/${feature}`] = {
    folders: [
      'contract',
      ...['ui', 'words', 'choose.ts', 'connection.ts', 'predicting.ts', 'session.svelte.ts'].map(
        (name) => `renderer/src/${name}`,
      ),
    ],
    packages: ['svelte', 'svelte/*'],
  };
}

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
  files: [`src/${folder}/**/*.{ts,svelte}`],
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
    files: ['src/**/*.{ts,svelte}', 'tests/**/*.ts', '*.config.ts'],
    extends: [typescript.configs.strictTypeChecked, typescript.configs.stylisticTypeChecked],
    languageOptions: {
      parserOptions: {
        projectService: true,
        tsconfigRootDir: import.meta.dirname,
        parser: typescript.parser,
        extraFileExtensions: ['.svelte'],
      },
    },
    rules: {
      eqeqeq: 'error',
      // Numbers and booleans in messages are what messages are for.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
      // `() => thing.close()` reads better than a block with one statement.
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
    },
  },
  {
    files: ['src/**/*.{ts,svelte}', 'tests/**/*.ts'],
    plugins: { 'import-x': importX },
    rules: {
      'import-x/no-restricted-paths': ['error', { zones }],
      'import-x/no-cycle': ['error', { ignoreExternal: true }],
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
  {
    files: ['src/renderer/**/*.{svelte,svelte.ts}'],
    extends: [svelte.configs.recommended],
    languageOptions: { globals: globals.browser },
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
