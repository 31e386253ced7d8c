import { describe, expect, it } from 'vitest';
import { VOCABULARY, type AttributeDefinition } from '../../server/src/core/model';
import { docxParts } from '../tools/docx';
import { pandoc, pandocBytes } from '../tools/pandoc';
import { stripFilter } from './stripFilter';

const definitions: readonly AttributeDefinition[] = Object.values(VOCABULARY.kinds).flatMap(
  ({ attributes }) => Object.values(attributes),
);
const names = [...new Set(definitions.map(({ name }) => name))];
const kindClasses = [...VOCABULARY.classes.keys()];

/** What Pandoc acts on, and the filter keeps: see filters/README.md. */
const language = 'lang';

/** What HTML knows itself comes out under its own name; Pandoc prefixes the rest. */
const bareInHtml = ['type', 'scope', 'kind', 'form', language];

/** How a tag is written on each carrier, from the inside of its braces. */
const carriers: Readonly<Record<string, (attributes: string) => string>> = {
  span: (attributes) => `Some [word]{${attributes}} here.`,
  div: (attributes) => `::: {${attributes}}\nword\n:::`,
  heading: (attributes) => `# word {${attributes}}`,
  image: (attributes) => `![word](w.png){${attributes}}`,
  table: (attributes) => `| a |\n|---|\n| b |\n\n: word {${attributes}}`,
};

/** A value that occurs nowhere by chance; languages must be languages for Pandoc to act on them. */
const valueOf = (name: string) => (name === language ? 'nl' : `zz${name}zz`);

/** One element for each name, with an id each. */
const everyName = (carrier: string, prefix = '') =>
  names
    .map((name) => `.claim #zz${name}-id ${prefix}${name}="${valueOf(name)}"`)
    .map((attributes) => carriers[carrier]?.(attributes) ?? '')
    .join('\n\n');

const everyKind = (carrier: string) =>
  kindClasses.map((kind) => carriers[carrier]?.(`.${kind} note=zzzz`) ?? '').join('\n\n');

const asHtml = (text: string, filters: string[] = []) =>
  pandoc(text, { to: 'html', filters, defaults: { wrap: 'none' } });
const asLatex = (text: string, filters: string[] = []) => pandoc(text, { to: 'latex', filters });
const asDocx = async (text: string, filters: string[] = []) =>
  [...docxParts(await pandocBytes(text, { to: 'docx', filters }))]
    .filter(([part]) => part.endsWith('.xml'))
    .map(([, xml]) => xml)
    .join('\n');

describe.each(Object.keys(carriers))('every name of the vocabulary on a %s', (carrier) => {
  const text = everyName(carrier);

  it('reaches HTML without the filter, bare or with data-', async () => {
    const html = await asHtml(text);
    const out = names.filter((name) => html.includes(` ${name}="${valueOf(name)}"`));
    const prefixed = names.filter((name) => html.includes(` data-${name}="${valueOf(name)}"`));
    expect(new Set(out)).toEqual(new Set(bareInHtml));
    expect(new Set([...out, ...prefixed])).toEqual(new Set(names));
    expect(names.filter((name) => !html.includes(`id="zz${name}-id"`))).toEqual([]);
  });

  it('reaches LaTeX and DOCX without the filter only as anchors and as the language', async () => {
    const latex = await asLatex(text);
    const docx = await asDocx(text);
    const values = names.filter((name) => name !== language).map(valueOf);
    for (const output of [latex, docx]) {
      expect(values.filter((value) => output.includes(value))).toEqual([]);
      expect(output).toContain('zznote-id');
      expect(output).not.toContain('claim');
    }
    const changesLanguage = carrier === 'span' || carrier === 'div' || carrier === 'heading';
    expect(/foreignlanguage|otherlanguage/.test(latex)).toBe(changesLanguage);
    expect(docx.includes('w:lang w:val="nl"')).toBe(carrier !== 'table');
  });

  it('reaches nothing with the filter, however it is spelt', async () => {
    const spelt = `${text}\n\n${everyName(carrier, 'data-')}`;
    for (const convert of [asHtml, asLatex, asDocx]) {
      const output = await convert(spelt, [stripFilter]);
      expect(output).toContain('word');
      expect(output).not.toMatch(/zz|claim|data-/);
    }
  });

  it('leaves no kind in HTML, the only format that prints classes', async () => {
    const text = everyKind(carrier);
    const before = await asHtml(text);
    expect(kindClasses.filter((kind) => !before.includes(`class="${kind}"`))).toEqual([]);
    expect(await asHtml(text, [stripFilter])).not.toMatch(/class="|zz/);
  });
});

describe('the lists in the filter', () => {
  const list = (name: string): string[] => {
    const words = new RegExp(`^local ${name} = words \\[\\[([^\\]]*)\\]\\]`, 'm').exec(stripFilter);
    return (words?.[1] ?? '').split(/\s+/).filter((word) => word !== '');
  };
  const own = list('OWN');
  const shared = list('SHARED');

  it('are the vocabulary, neither more nor less, each name once', () => {
    expect([...own, ...shared, ...list('KEPT')].sort()).toEqual([...names].sort());
    expect(list('KINDS').sort()).toEqual([...kindClasses].sort());
  });

  it('leave what others use to others, outside a tag', () => {
    const others = definitions.filter((definition) => definition.shared === true);
    expect(others.filter(({ name }) => own.includes(name))).toEqual([]);
  });

  it('remove what nobody may read, wherever it stands', () => {
    const secret = definitions.filter((definition) => definition.private === true);
    expect(secret.length).toBeGreaterThan(0);
    expect(secret.filter(({ name }) => !own.includes(name))).toEqual([]);
  });
});
