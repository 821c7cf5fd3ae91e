import tseslint from 'typescript-eslint';
import hooks from 'eslint-plugin-react-hooks';
import office from 'eslint-plugin-office-addins';

/** Style and safety. Which folder may import which is held by test/repository/walls.test.ts. */
export default tseslint.config(
  { ignores: ['dist/', 'node_modules/', 'test-output/'] },
  ...tseslint.configs.recommended,
  {
    files: ['src/**/*.{ts,tsx}', 'test/**/*.{ts,tsx}'],
    plugins: { 'react-hooks': hooks },
    rules: {
      ...hooks.configs.recommended.rules,
      // Warns about what the React Compiler would skip; this project does not use that compiler.
      'react-hooks/incompatible-library': 'off',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      'no-console': 'error',
      'no-restricted-syntax': ['error', { selector: 'TSEnumDeclaration', message: 'Use a union of string literals.' }],
      eqeqeq: 'error',
      'prefer-const': 'error',
    },
  },
  { files: ['src/cli/**'], rules: { 'no-console': 'off' } },
  { files: ['src/host/excel/**'], plugins: { 'office-addins': office }, rules: { ...office.configs.recommended.rules } },
);
