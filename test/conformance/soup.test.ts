import { describe, expect, it } from 'vitest';
import { askPandoc } from './oracle';
import { ourReading } from './reading';
import { randomSource, soup } from './soup';

// WARRANT_SOUP sets how many texts are stirred, WARRANT_SEED which.
const count = Number(process.env['WARRANT_SOUP'] ?? 120);
const seed = Number(process.env['WARRANT_SEED'] ?? Math.floor(Math.random() * 1e6));

const recipes = [
  { name: 'mostly text', recipe: { lines: 5, inlineShare: 0.7 }, agreement: 0.99 },
  { name: 'many blocks', recipe: { lines: 12, inlineShare: 0.4 }, agreement: 0.95 },
];

describe('random Markdown is read as Pandoc reads it', () => {
  it.each(recipes)(
    `$name (WARRANT_SEED=${seed})`,
    async ({ recipe, agreement }) => {
      const different: string[] = [];
      for (let index = 0; index < count / recipes.length; index++) {
        const text = soup(randomSource(seed * 1000 + index), recipe);
        const ours = JSON.stringify(ourReading(text));
        if (ours !== JSON.stringify(await askPandoc(text))) different.push(text);
      }
      const allowed = Math.ceil((count / recipes.length) * (1 - agreement));
      expect(different.length, different.join('\n-----\n')).toBeLessThanOrEqual(allowed);
    },
    600_000,
  );
});
