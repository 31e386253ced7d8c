import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { docxParts } from '../tools/docx';
import { pandoc, pandocBytes, type PandocOptions } from '../tools/pandoc';
import { pairs } from './pairs';
import { stripFilter } from './stripFilter';

const filters = [stripFilter];

/** Pandoc's own tree, metadata included; all writers start from it. */
const tree = (text: string, options: Partial<PandocOptions> = {}) =>
  pandoc(text, { to: 'native', defaults: { standalone: true }, ...options });

describe.each(Object.entries(pairs))('what the untagged text gives: %s', (_subject, list) => {
  it.each(list.map((pair) => [pair.what, pair] as const))('%s', async (_what, pair) => {
    const { tagged, untagged } = pair;
    const expected = await tree(untagged);
    expect(await tree(tagged, { filters })).toBe(expected);
    expect(await tree(tagged)).not.toBe(expected);
  });
});

describe('a whole paper', () => {
  const body = Object.entries(pairs)
    .filter(([subject]) => subject === 'spans' || subject === 'blocks' || subject === 'floats')
    .flatMap(([, list]) => list);
  const tagged = body.map((pair) => pair.tagged).join('\n\n***\n\n');
  const untagged = body.map((pair) => pair.untagged).join('\n\n***\n\n');

  it.each(['html', 'latex', 'json'])('is the same as %s', async (to) => {
    const options = { to, defaults: { standalone: true, metadata: { title: 'A paper' } } };
    expect(await pandoc(tagged, { ...options, filters })).toBe(await pandoc(untagged, options));
  });

  it('is the same as DOCX, part by part', async () => {
    const parts = async (text: string, options: Partial<PandocOptions>) => {
      const docx = docxParts(await pandocBytes(text, { to: 'docx', ...options }));
      docx.delete('docProps/core.xml'); // the time of writing
      return Object.fromEntries(docx);
    };
    expect(await parts(tagged, { filters })).toEqual(await parts(untagged, {}));
  });

  it('has the same reference list where citations are processed after the filter', async () => {
    const files = { 'refs.json': '[{"id": "k", "type": "book", "title": "Trust"}]' };
    const options = { to: 'plain', files, defaults: { bibliography: 'refs.json' } };
    const cited = (text: string, strip: readonly string[]) =>
      pandoc(text, { ...options, filters: [...strip, 'citeproc'] });
    const text = await cited('[It matters [@k]]{.claim #c evidence="@l"}.', filters);
    expect(text).toBe(await cited('It matters [@k].', []));
    expect(text).toContain('Trust');
  });
});

describe('the examples', () => {
  const examples = new URL('../../examples/', import.meta.url);
  const manuscripts = readdirSync(examples, { recursive: true, encoding: 'utf8' }).filter(
    (file) => /\.(md|qmd|Rmd)$/.test(file) && !file.endsWith('README.md'),
  );

  it.each(manuscripts)('%s', async (file) => {
    const text = readFileSync(new URL(file, examples), 'utf8');
    const files = { 'warrant.yaml': '' };
    const html = await pandoc(text, { to: 'html', filters, files });
    expect(html.replaceAll('data-cites', '')).not.toMatch(
      / data-|class="[^"]*\b(claim|evidence|mechanism|step|stage|phase|construct)\b/,
    );
  });
});

describe('what is none of our business', () => {
  const unchanged = async (text: string) => {
    expect(await tree(text, { filters })).toBe(await tree(text));
  };

  it('is an untagged document', () =>
    unchanged(
      '---\ntitle: T\n---\n\n# H {#h .x note=n}\n\nA []{} [b]{} [c]{.d source=e ref=f}.\n\n![x](y){#z .w}',
    ));

  it('is a theorem of a mathematician', () => unchanged('::: {.claim title="1"}\nLet $x$.\n:::'));

  it('is a step of a lab manual', () =>
    unchanged('::: {.step}\nStir.\n:::\n\n## Evidence {.evidence}\n\n::: claim\nx\n:::'));

  it('is an attribute name that others use, next to tags', async () => {
    const foreign =
      '[a]{type=x lang=nl date=2} [b](u){.claim-link type=text/html}\n\n::: {level=2 source=s .tip}\nc\n:::\n\n```{.step lang=x}\ncode\n```';
    expect(await tree(`[t]{.claim #c}\n\n${foreign}`, { filters })).toBe(
      await tree(`t\n\n${foreign}`),
    );
  });
});

describe('a document without a span takes part', () => {
  const text = '::: {.step}\nStir.\n:::';

  it('when its front matter says so', async () => {
    expect(await tree(`---\nwarrant: true\n---\n\n${text}`, { filters })).toBe(await tree('Stir.'));
  });

  it('when an attribute of the vocabulary stands on a tag', async () => {
    const tagged = `${text}\n\n## H {.step n=1}`;
    expect(await tree(tagged, { filters })).toBe(await tree('Stir.\n\n## H'));
  });

  it('when a warrant.yaml lies above it, whose vocabulary counts', async () => {
    const files = { 'warrant.yaml': 'vocabulary:\n  kinds: {practice: {is: step}}\n' };
    const tagged = `${text}\n\n::: practice\nWait.\n:::`;
    expect(await tree(tagged, { filters, files })).toBe(await tree('Stir.\n\nWait.'));
  });

  it('when the warrant.yaml above it cannot be read', async () => {
    const files = { 'warrant.yaml': 'vocabulary: {[\n' };
    expect(await tree(text, { filters, files })).toBe(await tree('Stir.'));
  });
});

describe('other readers', () => {
  it('take attributes in table captions as text; so did Pandoc before it had them', async () => {
    const from = 'markdown-table_attributes';
    const table = (caption: string) => `[x]{.claim}\n\n| a |\n|---|\n| b |\n\n: ${caption}`;
    const options = { from, filters };
    const tagged = 'Said so {#tbl-q .evidence .striped note="a b" source=@k}';
    expect(await tree(table(tagged), options)).toBe(
      await tree(table('Said so {#tbl-q .striped}'), { from, filters }),
    );
    expect(await tree(table('Said so {.evidence note="a b"}'), options)).toBe(
      await tree(table('Said so'), options),
    );
    const set = table('The set {1 2 3}');
    expect(await tree(set, options)).toBe(await tree(set.replace('[x]{.claim}', 'x'), { from }));
  });

  it('make other automatic ids, or none', async () => {
    for (const from of [
      'markdown+gfm_auto_identifiers',
      'markdown+ascii_identifiers',
      'markdown-auto_identifiers',
    ]) {
      const tagged = '# 1. Über *it* & more {.step #s n=1}';
      expect(await tree(tagged, { from, filters })).toBe(
        await tree('# 1. Über *it* & more', { from }),
      );
    }
  });
});

describe('a heading that shares its text with an untagged one', () => {
  it('takes the next free id, so that links to the other still arrive', async () => {
    const text = '# Method {.step #s n=1}\n\n# Method\n\nSee [there](#method).';
    const html = await pandoc(text, { to: 'html', filters });
    expect(html).toContain('<h1 id="method-1">Method</h1>\n<h1 id="method">Method</h1>');
  });
});
