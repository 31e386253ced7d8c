import { expect, test } from 'vitest';
import packageJson from '../../package.json';
import { injectionGrammars } from '../../scripts/grammar';

test('the extension contributes every grammar, under its name and for its languages', () => {
  const made = injectionGrammars.map(({ grammar: { scopeName }, injectTo }) => ({
    scopeName,
    path: `./syntaxes/${scopeName}.tmLanguage.json`,
    injectTo,
  }));
  expect(packageJson.contributes.grammars).toEqual(made);
});
