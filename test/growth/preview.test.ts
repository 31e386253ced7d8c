import { expect, test } from 'vitest';
import { inProject, previewOf } from '../unit/preview/rendered';
import { growthOf, LIMIT } from './growth';
import { growingManuscripts, type GrowingManuscript } from './manuscripts';

const many = (text: string) => (size: number) => text.repeat(Math.ceil(size / text.length));

const own = [
  {
    name: 'claims with evidence',
    make: many('[Trust]{.claim #c evidence=e} ["So"]{.evidence #e}\n\n'),
  },
  { name: 'tags in one paragraph', make: many('[a *b* `c`]{.claim evidence=e} ') },
  { name: 'attributes over lines', make: many('[a]{.claim\n #c}\n') },
  {
    name: 'spans over several blocks',
    make: (size: number) => {
      const count = Math.ceil(size / 16);
      return `${'['.repeat(count)}a${'\n- b'.repeat(count)}${']{.claim}'.repeat(count)}\n`;
    },
  },
  { name: 'tagged headings', make: many('# A {.step #s of=m}\n\nText.\n\n') },
  { name: 'links to tags', make: many('[a](#c) [b]{.claim #c}\n\n') },
  { name: 'references with attributes', make: many('[a][r]\n\n[r]: u {.claim #c}\n\n') },
];
const nested = growingManuscripts.filter(({ name }) => /nested (divs|spans)/.test(name));
const texts: readonly Pick<GrowingManuscript, 'name' | 'make'>[] = [...own, ...nested];

test.each(texts)('the preview: $name', async ({ make }) => {
  const run = (text: string) => previewOf('14', inProject({})).render(text, {});
  const growth = await growthOf({ make, run, largest: 100_000, enough: 20 });
  expect(growth.ratio).toBeLessThan(LIMIT);
});

test('nested spans and divs are among them', () => {
  expect(nested.length).toBeGreaterThan(3);
});
