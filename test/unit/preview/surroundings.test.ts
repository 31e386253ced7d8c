import type MarkdownIt from 'markdown-it';
import footnote from 'markdown-it-footnote';
import { expect, test } from 'vitest';
import { tagPreview } from '../../../client/src/preview/tagPreview';
import { fold, inProject, plainPreview, previewOf, Rendered } from './rendered';

const host = { isEnabled: () => true, ...inProject({}) };

/** As VS Code marks the elements by which editor and preview scroll together (markdown-language-features). */
function sourceLines(md: MarkdownIt): void {
  md.core.ruler.push('source_map_data_attribute', ({ tokens }) => {
    for (const token of tokens) {
      if (!token.map || token.type === 'inline') continue;
      token.attrSet('data-line', String(token.map[0]));
      token.attrJoin('class', 'code-line');
    }
  });
}

test('elements have the lines of the source, behind attributes over several lines as well', () => {
  const md = previewOf('14', host).use(sourceLines);
  const text = [
    '[a]{.claim #c', // 0
    ' type=finding}',
    'more',
    '',
    '::: {.evidence', // 4: no div to Pandoc
    '',
    '::: {.evidence #e}', // 6
    'b',
    ':::',
    'c', // 9
    '',
    '# H {.step #s}', // 11
  ].join('\n');
  const page = new Rendered(text, md);
  const lines = page
    .all('code-line')
    .map(({ tag, attributes }) => `${tag} ${attributes['data-line'] ?? ''}`);
  expect(lines).toEqual(['p 0', 'p 4', 'div 6', 'p 7', 'p 9', 'h1 11']);
  expect(page.all('warrant').map(({ attributes }) => attributes['class'])).toContain(
    'warrant warrant-evidence warrant-on-div code-line',
  );
});

test.each(['before', 'behind'])('tags in footnotes are shown with a plugin %s', (order) => {
  const md = plainPreview();
  if (order === 'before') md.use(footnote);
  tagPreview(md, host);
  if (order === 'behind') md.use(footnote);
  const text =
    'One[^1] and ^[in [b]{.evidence #e} line].\n\n[^1]: A [note]{.claim #c evidence=e}.\n\nTwo.\n';
  const page = new Rendered(text, md);
  expect(page.tags).toEqual(['span claim#c: note', 'span evidence#e: b']);
  expect(page.words).toMatch(/^One\[1\] and \[2\]\. Two\. A note\. .* in b line/);
});

test('a div around a footnote ends where it ended', () => {
  const md = tagPreview(plainPreview().use(footnote), host);
  const page = new Rendered('::: {.claim #c}\nOne[^1].\n\n[^1]: Note.\n:::\n\nTwo.\n', md);
  expect(page.tags).toEqual(['div claim#c: One[1].']);
});

test('what other plugins take from the text is as it was written', () => {
  const taken: string[] = [];
  const md = previewOf('14', host);
  md.inline.ruler.before('escape', 'sloppy_math', (state, silent) => {
    const end = state.src.charAt(state.pos) === '$' ? state.src.indexOf('$', state.pos + 1) : -1;
    if (end < 0) return false;
    if (!silent) state.push('math_inline', 'math', 0).content = state.src.slice(state.pos + 1, end);
    state.pos = end + 1;
    return true;
  });
  md.renderer.rules['math_inline'] = (tokens, index) => {
    taken.push(tokens[index]?.content ?? '');
    return '';
  };
  md.render('$ [a]{.claim #c} $ and [b]{.claim}', {});
  expect(taken).toEqual([' [a]{.claim #c} ']);
});

test('containers of other plugins are left to them', () => {
  const text = '::: mermaid\ngraph TD\n:::\n\n[a]{.claim}\n';
  expect(new Rendered(text, previewOf('14', host)).words).toBe('::: mermaid graph TD ::: a');
});

test('front matter is left to VS Code, with the tags in it', () => {
  const text = '---\nabstract: "[a]{.claim #c}"\n---\n\n[b]{.claim}\n';
  const page = new Rendered(text, previewOf('14', host));
  expect(page.words).toContain('[a]{.claim #c}');
  expect(page.tags).toEqual(['span claim: b']);
});

test('HTML that is no tag is left to the browser', () => {
  const text =
    '<div class="row" id="r">\n\n<span style="color: red">a</span> [b]{.claim}\n\n</div>\n';
  const html = previewOf('14', host).render(text, {});
  expect(html).toContain('<div class="row" id="r">');
  expect(html).toContain('<span style="color: red">a</span>');
});

test('a text that another plugin has read by itself is shown, and the next text is read anew', () => {
  const env = {};
  const md = previewOf('14', host);
  const first = md.render('[a]{.claim #c}\n', env);
  expect(md.render('b {.claim}\n', env)).toBe('<p>b {.claim}</p>\n');
  expect(md.render('[a]{.claim #c}\n', env)).toBe(first);
});

test('tokens that are kept are rendered alike every time', () => {
  const md = previewOf('14', host);
  const tokens = md.parse('# A {.step #s}\n\n::: {.claim evidence=s}\n[b]{.evidence}\n:::\n', {});
  const render = () => md.renderer.render(tokens, md.options, {});
  expect(render()).toBe(render());
});

test('a heading has the same words for VS Code’s outline as to a reader', () => {
  const tokens = previewOf('14', host).parse('# A *b* `c` {.step #s of=m}\n', {});
  const words = (tokens[1]?.children ?? []).filter(({ type }) => /^(text|code_inline)$/.test(type));
  expect(fold(words.map(({ content }) => content).join(''))).toBe('A b c');
});

test('every line break of Windows is one', () => {
  const page = new Rendered(
    '[a]{.claim\r\n #c}\r\nb\r\n\r\n::: {.evidence}\r\nc\r\n:::\r\n',
    previewOf('14', host),
  );
  expect(page.words).toBe('a b c');
  expect(page.tags).toEqual(['span claim#c: a', 'div evidence: c']);
});
