import js from '@eslint/js';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

/** Names of the web worker's library that code without side effects does not touch. */
const effects = ['console', 'fetch', 'self', 'setTimeout', 'setInterval', 'queueMicrotask'];

export default defineConfig(
  globalIgnores(['dist/', '.cache/', 'test-results/', 'coverage/', 'test/fixtures/', 'examples/']),
  {
    // An exception to a rule is made here, for all, or not at all.
    linterOptions: { noInlineConfig: true },
  },
  js.configs.recommended,
  tseslint.configs.strictTypeChecked,
  tseslint.configs.stylisticTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      eqeqeq: 'error',
      'max-lines': ['error', { max: 500, skipBlankLines: true, skipComments: true }],
      'no-restricted-syntax': [
        'error',
        {
          selector: 'ExportDefaultDeclaration',
          message: 'Export names: they are found by search.',
        },
      ],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-confusing-void-expression': [
        'error',
        { ignoreArrowShorthand: true, ignoreVoidReturningFunctions: true },
      ],
      // A string is spread into its code points, which is what is meant.
      '@typescript-eslint/no-misused-spread': 'off',
      // It would ask for `!`, which is not allowed.
      '@typescript-eslint/non-nullable-type-assertion-style': 'off',
      '@typescript-eslint/no-unnecessary-condition': [
        'error',
        { allowConstantLoopConditions: 'only-allowed-literals' },
      ],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      '@typescript-eslint/prefer-nullish-coalescing': ['error', { ignorePrimitives: true }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      // `process.env['CI']`: the compiler demands brackets for keys that are not declared.
      '@typescript-eslint/dot-notation': ['error', { allowIndexSignaturePropertyAccess: true }],
    },
  },
  {
    files: ['server/src/core/**'],
    rules: {
      'no-restricted-globals': [
        'error',
        ...effects.map((name) => ({ name, message: 'The core is pure: inject what acts.' })),
      ],
    },
  },
  {
    // Scanners compare character codes with named constants.
    files: ['server/src/core/{text,syntax}/**'],
    rules: {
      '@typescript-eslint/no-unsafe-enum-assignment': 'off',
      '@typescript-eslint/no-unsafe-enum-comparison': 'off',
    },
  },
  {
    files: ['test/**'],
    rules: {
      'max-lines': ['error', { max: 700, skipBlankLines: true, skipComments: true }],
    },
  },
  {
    // Tools read their settings from the default export, and stand-ins export as what they replace.
    files: ['*.config.mts', 'test/e2e/harness/worker/**'],
    rules: { 'no-restricted-syntax': 'off' },
  },
  {
    files: ['**/*.mjs', '**/*.cjs', '**/*.js'],
    extends: [tseslint.configs.disableTypeChecked],
    rules: {
      // The compiler checks the scripts, and knows their globals.
      'no-undef': 'off',
      'no-restricted-syntax': 'off',
    },
  },
);
