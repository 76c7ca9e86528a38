import js from '@eslint/js';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

export default defineConfig(
  { ignores: ['node_modules/', 'dist/', 'dist.*/', '.runtime/', 'coverage/', '**/generated/'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },

  js.configs.recommended,
  {
    // Rules that need no types, for every file.
    rules: {
      eqeqeq: ['error', 'always'],
      'no-console': 'off',
      'no-constant-condition': ['error', { checkLoops: false }],
      'no-control-regex': 'off', // Names and terminal output are filtered by control characters on purpose.
      'no-empty': ['error', { allowEmptyCatch: false }],
      'no-implicit-coercion': ['error', { boolean: false }],
      'no-param-reassign': 'off',
      'no-promise-executor-return': 'error',
      'no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_', caughtErrors: 'none' }],
      'no-var': 'error',
      'object-shorthand': 'error',
      'prefer-const': 'error',
    },
  },

  {
    files: ['**/*.ts', '**/*.tsx'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/consistent-type-exports': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'separate-type-imports' }],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-floating-promises': ['error', { checkThenables: true }],
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: false, allowDefaultCaseForExhaustiveSwitch: true },
      ],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', caughtErrors: 'none', ignoreRestSiblings: true },
      ],

      // An interface of another library or of ours may be async on one side only.
      '@typescript-eslint/require-await': 'off',
      // `while (true)` loops end by return or by an AbortSignal; guards on decoded bytes are worth keeping even
      // where today's types say that they cannot fire.
      '@typescript-eslint/no-unnecessary-condition': 'off',
      '@typescript-eslint/no-unnecessary-type-parameters': 'off',
      // `bytes[i]!` inside a bound that the line above has checked is clearer than a second check.
      '@typescript-eslint/no-non-null-assertion': 'off',
      // Ids, sizes and bigints belong in messages; objects do not.
      '@typescript-eslint/restrict-template-expressions': [
        'error',
        { allowNumber: true, allowBoolean: true, allowNullish: false, allowAny: false, allowNever: true },
      ],
      '@typescript-eslint/no-confusing-void-expression': [
        'error',
        { ignoreArrowShorthand: true, ignoreVoidOperator: true },
      ],
      '@typescript-eslint/no-invalid-void-type': 'off',
      '@typescript-eslint/unified-signatures': 'off',
      '@typescript-eslint/prefer-promise-reject-errors': 'error',
      '@typescript-eslint/return-await': ['error', 'error-handling-correctness-only'],
    },
  },

  {
    // The page's policy forbids what makes scripts or styles of strings, and Trusted Types what makes elements of them.
    files: ['node/web/**/*.ts', 'node/web/**/*.tsx'],
    rules: {
      'no-eval': 'error',
      'no-restricted-syntax': [
        'error',
        {
          selector:
            'Identifier[name=/^(dangerouslySetInnerHTML|innerHTML|outerHTML|insertAdjacentHTML|srcdoc|createContextualFragment)$/]',
          message: 'elements are made by React, never of a string',
        },
      ],
      'no-restricted-globals': ['error', 'process', 'Buffer', 'global', 'require'],
    },
  },

  {
    files: ['test/**/*.ts'],
    rules: {
      '@typescript-eslint/no-empty-function': 'off',
      '@typescript-eslint/unbound-method': 'off',
    },
  },

  {
    // The launchers run before anything is installed: plain JavaScript, linted without types.
    files: ['**/*.js'],
    rules: { 'no-undef': 'off' }, // The type checker reads them too (checkJs) and knows what Node has.
  },
);
