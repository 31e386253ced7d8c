import { randomSource } from '../conformance/soup';

/** A text that nobody would write, and that a careless scanner reads in more than linear time. */
export interface HostileText {
  readonly name: string;
  /** A text of about so many characters; the same number gives the same text. */
  readonly make: (length: number) => string;
  /** Elements hold one another, so that the texts of all of them together grow faster than the text itself. */
  readonly isNested?: boolean;
  /** The length from which on cost is linear: up to there, a scanner that looks ahead a bounded way looks at all of it. */
  readonly linearFrom?: number;
}

/** A text at each place of which a scanner has to look ahead, but no farther than a bound. */
function boundedly(text: HostileText): HostileText {
  return { ...text, linearFrom: 25_000 };
}

/** One piece, again and again. */
function repeated(name: string, piece: string, frame: Frame = {}): HostileText {
  return numbered(name, () => piece, frame);
}

/** What stands once before and after the pieces. */
interface Frame {
  readonly before?: string;
  readonly after?: string;
}

/** Pieces that differ by their number. */
function numbered(
  name: string,
  piece: (number: number) => string,
  { before = '', after = '' }: Frame = {},
): HostileText {
  return {
    name,
    make(length) {
      const parts = [before];
      let made = before.length + after.length;
      for (let number = 0; made < length; number++) {
        const text = piece(number);
        parts.push(text);
        made += text.length;
      }
      parts.push(after);
      return parts.join('');
    },
  };
}

/** Openings, then as many closings. */
function nested(name: string, open: string, close: string, middle = 'x'): HostileText {
  return {
    name,
    isNested: true,
    make(length) {
      const depth = Math.ceil(length / (open.length + close.length));
      return `${open.repeat(depth)}${middle}${close.repeat(depth)}`;
    },
  };
}

/** Lines of which each is longer than the one before: `n` characters make about √n lines. */
function growing(name: string, line: (size: number) => string): HostileText {
  return numbered(name, (number) => line(number + 1));
}

/** Pieces in random order. */
function shuffled(name: string, pieces: readonly string[]): HostileText {
  return {
    name,
    isNested: true,
    make(length) {
      const random = randomSource(1);
      const pick = () => pieces[Math.floor(random() * pieces.length)] ?? '';
      return numbered(name, pick).make(length);
    },
  };
}

const brackets = [
  repeated('opening brackets', '['),
  repeated('closing brackets', ']'),
  repeated('empty links', '[]('),
  repeated('empty links, closed', '[]()'),
  repeated('link targets not closed', '[](a'),
  repeated('link titles not closed', '[](a "b '),
  repeated('images', '!['),
  repeated('empty brackets', '[]'),
  repeated('parentheses', '[](('),
  nested('nested brackets', '[', ']'),
  nested('nested spans', '[', ']{.c}'),
  nested('nested spans with text', 'a [b ', ' c]{.claim #i}'),
  nested('nested links', '[', '](u)'),
  nested('nested images', '![', '](u){.c}'),
  nested('nested references', '[', '][r]'),
  nested('nested notes', 'a^[b ', ']'),
  repeated('notes not closed', '^['),
  repeated('inline notes', 'a^[b] '),
  repeated('references', '[a][b]'),
  repeated('references to a definition', '[a][b] ', { after: '\n\n[b]: u {.c}\n' }),
  repeated('brackets of brackets', '[a [b] [c', { after: ']' }),
  repeated('spans', '[a]{.c} '),
  repeated('empty spans', '[]{.claim} '),
  repeated('images not closed', '![a](b'),
  repeated('brackets in cells', '[', { before: 'a | b\n--|--\nc | ' }),
  repeated('brackets in an item', '[', { before: '- ' }),
  numbered('spans with ids', (number) => `[a]{.claim #c-${number}} `),
];

const braces = [
  repeated('opening braces', '{'),
  repeated('closing braces', '}'),
  repeated('attributes not closed', '[a]{'),
  repeated('attributes in attributes', '[a]{.b '),
  repeated('classes', '.a ', { before: '[x]{' }),
  repeated('classes, closed', '.a ', { before: '[x]{', after: '}' }),
  repeated('pairs', 'a=b ', { before: '[x]{', after: '}' }),
  repeated('bare values', '[x]{a='),
  repeated('attributes after attributes', '[x]{.a}{.b'),
  repeated('one value', 'a ', { before: '[x]{.claim evidence="', after: '"}' }),
  repeated('one long value', 'a', { before: '[x]{.claim evidence="', after: '"}' }),
  repeated('quoted values not closed', '[x]{a="'),
  repeated('single-quoted values not closed', "[x]{a='b "),
  repeated('braces after blanks', '[x] {a '),
  repeated('braces in a heading', '{', { before: '# a ' }),
  repeated('attributes in a heading', '{.a} ', { before: '# a ' }),
  repeated('headings with braces', '# a {\n\n'),
  repeated('shortcodes', '{{< include '),
  repeated('shortcodes, closed', '{{< include a >}} '),
  repeated('escaped braces', '\\{', { before: '# ' }),
];

const inline = [
  repeated('backticks in one run', '`'),
  repeated('pairs of backticks', 'a `` b ` c ``` '),
  growing('growing runs of backticks', (size) => `${'`'.repeat(size)} `),
  growing('growing runs of backticks in paragraphs', (size) => `a ${'`'.repeat(size)}\n\n`),
  numbered('random runs of backticks', (number) => `${'`'.repeat((number * 7919) % 251)}a `),
  repeated('code', '`a` '),
  repeated('code across lines', '`a\n'),
  repeated('dollars', '$'),
  repeated('math not closed', '$a '),
  boundedly(repeated('math with groups', '$\\text{a')),
  repeated('display math', '$$a '),
  repeated('display math not closed', '$$ a\n\n'),
  repeated('display math labels', '$$a$$ {#eq-'),
  repeated('emphasis', '*a_ '),
  repeated('asterisks', '*'),
  repeated('strong emphasis', '**'),
  repeated('asterisks and words', '*a '),
  repeated('closing emphasis', 'a* '),
  repeated('emphasis in emphasis', '*a **b '),
  repeated('underscores', 'a_'),
  nested('nested emphasis', '*a ', ' b*'),
  repeated('keys after emphasis', 'a*@b '),
  repeated('keys after underscores', '_a_@b '),
  repeated('tildes', '~'),
  repeated('strikeout not closed', '~~a '),
  repeated('subscripts', '~a'),
  repeated('superscripts', '^a'),
  repeated('carets', '^'),
  repeated('at signs', '@'),
  repeated('at signs and blanks', '@ '),
  repeated('keys', '@a;'),
  repeated('groups of keys', '[@a;'),
  repeated('keys in one group', '@a;', { before: '[', after: ']' }),
  repeated('keys in nested groups', '[@a; [b '),
  repeated('locators', '@a [b '),
  repeated('braced keys', '@{a'),
  repeated('long keys', '@a:b/c', { before: '' }),
  repeated('references to notes', '[^a]'),
  repeated('references to notes not closed', '[^a'),
  repeated('entities', '&amp'),
  repeated('entities, closed', '&amp;'),
  repeated('ampersands', '&'),
  repeated('escapes', '\\'),
  repeated('escaped line breaks', '\\\n'),
  repeated('quotation marks', '"'),
  repeated('quotation marks and words', '"a '),
  repeated('apostrophes', "'a "),
  repeated('dashes and dots', '--...'),
  boundedly(repeated('commands', '\\a{')),
  repeated('commands with options', '\\a['),
  repeated('commands over lines', '\\a{b}\n'),
  repeated('environments', '\\begin{a}'),
  numbered('environments of many names', (number) => `\\begin{a${number}}\n`),
  repeated('environments in paragraphs', '\\begin{a}\n\n'),
  nested('nested environments', '\\begin{a}', '\\end{a}'),
  repeated('ends of environments', '\\end{a}'),
];

const html = [
  repeated('less-than signs', '<'),
  repeated('greater-than signs in text', 'a>'),
  repeated('tags', '<a>'),
  repeated('tags not closed', '<a b="'),
  repeated('tags with values', "<a b='c' "),
  repeated('addresses not closed', '<http://a'),
  repeated('addresses', '<http://a> '),
  repeated('mail addresses not closed', '<a@b'),
  repeated('HTML spans', '<span class="c">'),
  repeated('ends of HTML spans', '</span>'),
  nested('nested HTML spans', '<span class="c">', '</span>'),
  repeated('HTML divs', '<div>'),
  repeated('HTML divs in lines', '<div>\n'),
  repeated('ends of HTML divs', '</div>'),
  nested('nested HTML divs', '<div class="c">\n', '</div>\n', 'x\n'),
  repeated('comments', '<!--'),
  repeated('comments in paragraphs', '<!--\n\n'),
  repeated('comments in text', 'a <!-- b\n\n'),
  repeated('suppressions not closed', '<!-- warrant-ignore near-miss: a\n\n'),
  repeated('quoted values of tags', '<div a="b\n\n'),
  repeated('comments, closed', '<!-- a -->'),
  repeated('declarations', '<!a '),
  repeated('instructions', '<?a '),
  repeated('verbatim elements', '<pre>\n\n'),
  repeated('several verbatim elements', '<pre>\n\n<script>\n\n<style>\n\n'),
  repeated('verbatim elements in one paragraph', 'a <pre> b\n'),
  repeated('block tags', '<p> '),
];

const blocks = [
  repeated('div openers', '::: {.a}\n'),
  repeated('div openers with words', '::: a\n'),
  repeated('div closers', ':::\n'),
  repeated('div closers in paragraphs', 'a\n:::\n\n'),
  repeated('divs', '::: a\nb\n:::\n'),
  nested('nested divs', '::: {.a}\n', ':::\n', 'x\n'),
  nested('nested divs in paragraphs', '::: {.a #b}\n\n', '\n\n:::\n', 'x'),
  repeated('div attributes not closed', '::: {.a\n'),
  repeated('colons', ':'),
  repeated('quotes in one line', '>'),
  repeated('quotes in one line, with blanks', '> '),
  repeated('lines of a quote', '> a\n'),
  repeated('quotes', '> a\n\n'),
  growing('growing quotes', (size) => `${'>'.repeat(size)}\n`),
  growing('growing quotes with text', (size) => `${'> '.repeat(size)}a\n`),
  repeated('items', '- a\n'),
  repeated('items with blank lines', '- a\n\n'),
  repeated('items in one line', '- '),
  repeated('ordered items in one line', '1. '),
  repeated('ordered items', '1. a\n'),
  repeated('example items', '(@a) b\n'),
  growing('items nested by indentation', (size) => `${' '.repeat(2 * size)}- a\n`),
  growing('items nested by indentation, one by one', (size) => `${' '.repeat(size)}* a\n`),
  growing('items nested by indentation, apart', (size) => `${' '.repeat(2 * size)}- a\n\n`),
  growing('items and quotes', (size) => `${'- > '.repeat(size)}a\n`),
  numbered('items of blank lines', (number) => (number % 2 === 0 ? '-\n' : '\n')),
  repeated('item, then paragraphs in it', '  a\n\n', { before: '- b\n\n' }),
  repeated('item, then lazy lines', 'a\n', { before: '- b\n' }),
  repeated('item, then blank lines', '\n', { before: '- b\n', after: 'c' }),
  repeated('items, then blank lines', '- b\n\n\n\n\n\n\n\n'),
  repeated('thematic breaks', '- - - - '),
  repeated('thematic breaks in lines', '- - - -\n'),
  repeated('stars in lines', '* * *\n\n'),
  repeated('hyphens', '-'),
  repeated('definitions of one term', ': a\n', { before: 'term\n' }),
  repeated('terms', 'a\n: b\n\n'),
  repeated('terms apart', 'a\n\n:   b\n\n'),
  growing('nested definitions', (size) => `a\n${'    '.repeat(size)}:   a\n`),
  repeated('line block', '| a\n'),
  repeated('line block with continued lines', '| a\n  b\n'),
  repeated('bars', '|'),
  repeated('bars in lines', '|\n'),
  repeated('notes', '[^1]: a\n'),
  repeated('notes in one line', '[^1]:'),
  numbered('notes with labels', (number) => `[^${number}]: a\n`),
  numbered('notes that refer to one another', (number) => `[^${number}]: a[^${number + 1}]\n\n`, {
    before: 'a[^0]\n\n',
  }),
  repeated('notes with blank lines', '[^1]: a\n\n    b\n\n'),
  repeated('note, then blank lines', '\n', { before: '[^1]: a\n', after: 'b' }),
  repeated('definitions', '[a]: u\n'),
  repeated('definitions in one line', '[a]:'),
  repeated('definitions in one paragraph', '[a]: u "t\n'),
  repeated('definitions with titles not closed', '[a]: u (b '),
  repeated('definitions with titles not closed, in lines', '[a]: u (b\n'),
  repeated('definitions with titles not closed, apart', '[a]: u (b\n\n'),
  repeated('definitions with quoted titles not closed', '[a]: u "b\n'),
  repeated('definitions with braces', '[a]: u {b '),
  repeated('labels not closed', '[a\n\n'),
  numbered('definitions of many labels', (number) => `[a${number}]: u {.b}\n\n`),
  repeated('fences', '```\n'),
  repeated('fences not closed', '```a\n\n'),
  growing('fences of growing length', (size) => `${'`'.repeat(size + 2)}\n`),
  growing('fences of shrinking length', (size) => `${'`'.repeat(3 + (1e6 % (size + 1)))}a\n\n`),
  repeated('fences and tildes', '```\n~~~\n'),
  repeated('fences with braces', '``` {\n'),
  repeated('fences behind text', 'a\n```\n'),
  repeated('fences in items', '- ```\n'),
  repeated('fences behind items', '- a\n```b\n\n'),
  repeated('metadata', '---\na\n\n'),
  repeated('metadata of pairs', '---\na: b\n'),
  repeated('metadata not closed', '---\na: b\n\n'),
  repeated('metadata of comments', '---\n# a\n'),
  repeated('rules', '---\n'),
  repeated('rules apart', '---\n\n'),
  repeated('headings', '# a\n\n'),
  repeated('headings in one paragraph', '# a\n'),
  repeated('underlined headings', 'a\n===\n\n'),
  repeated('headings of one text', '## The same heading\n\n'),
  repeated('headings with automatic identifiers taken', '# a-1\n\n# a\n\n'),
  repeated('hashes', '#'),
  repeated('code by indentation', '    a\n'),
  repeated('code by indentation, apart', '    a\n\n'),
];

const tables = [
  repeated('wide pipe table', 'a | ', { before: 'b | c\n--|--\n' }),
  repeated('wide header of a pipe table', '-|', { before: 'a | b\n' }),
  repeated('long pipe table', '| a | b |\n', { before: '| a | b |\n|---|---|\n' }),
  repeated('rows without a rule', '| a | b |\n'),
  repeated('rows and paragraphs without a rule', 'a | b\n\n'),
  repeated('rules of pipe tables', '|---|---|\n'),
  repeated('rules of simple tables', '--- ---\n'),
  repeated('rules of simple tables apart', '--- ---\n\n'),
  repeated('rules and rows', '--- ---\na   b\n\n'),
  repeated('single rules and rows', '------\na   b\n\n'),
  repeated('wide simple table', '- ', { before: 'a b\n' }),
  repeated('long simple table', 'a   b\n', { before: 'a   b\n--- ---\n' }),
  repeated('simple tables', 'a   b\n--- ---\na   b\n\n'),
  repeated('grid table rules', '+---+---+\n'),
  repeated('long grid table', '| a | b |\n+---+---+\n', { before: '+---+---+\n' }),
  repeated('long grid row', '| a | b |\n', { before: '+---+---+\n', after: '+---+---+\n' }),
  growing('grid tables of growing width', (size) => `+${'-+'.repeat(size)}\n`),
  {
    name: 'wide grid table',
    make(length: number): string {
      const columns = Math.ceil(length / 16);
      const rule = `+${'---+'.repeat(columns)}\n`;
      return `${rule}|${' a |'.repeat(columns)}\n${rule}|${' b |'.repeat(columns)}\n${rule}`;
    },
  },
  {
    name: 'grid table as wide as long',
    make(length: number): string {
      const side = Math.ceil(Math.sqrt(length / 8));
      const rule = `+${'---+'.repeat(side)}\n`;
      return rule + `|${' a |'.repeat(side)}\n${rule}`.repeat(side);
    },
  },
  nested('nested grid tables', '+---+\n| ', ' |\n+---+\n'),
  repeated('captions', ': a\n\n'),
  repeated('captions with words', 'Table: a\n\n'),
  repeated('captions and tables', ': a\n\n| b | c |\n|---|---|\n| d | e |\n\n'),
  repeated('lines of captions', 'Table: a\n'),
  repeated('cells with code', '`a|b` | ', { before: 'a | b\n--|--\n' }),
];

const everything = [
  repeated(
    'one line of prose',
    'The owners met every second Thursday, and few of them said much. ',
  ),
  repeated('one paragraph of prose', 'The owners met every second Thursday.\nFew said much.\n'),
  repeated('one word', 'a'),
  repeated('letters that are not ASCII', 'ä'),
  repeated('pairs of surrogates', '😀'),
  repeated('lone surrogates', '\ud800'),
  repeated('blanks', ' '),
  repeated('no-break spaces', '\u00a0'),
  repeated('blanks without width', '\u200b'),
  repeated('byte order marks', '\ufeff'),
  repeated('soft hyphens', 'a\u00ad'),
  repeated('combining marks', '\u0301', { before: 'a' }),
  repeated('lone low surrogates', '\udc00'),
  repeated('lines of blanks', '   \n'),
  repeated('blanks between words', 'a              '),
  repeated('line breaks', '\n'),
  repeated('tabs', '\t'),
  repeated('tabs and words', 'a\t'),
  repeated('carriage returns', '\r'),
  repeated('carriage returns and line feeds', '\r\n'),
  repeated('paragraphs with carriage returns', 'a [b]{.c}\r\n\r\n'),
  repeated('quotes of items', '> - > - '),
  repeated('lines of quotes of items', '> - a\n'),
  growing('nested quotes of items', (size) => `${'> - '.repeat(size)}a\n`),
  shuffled('everything not closed', [
    '[',
    '{',
    '(',
    '`',
    '$',
    '*',
    '_',
    '<',
    '@a',
    '^[',
    '"',
    ' a ',
  ]),
  shuffled('everything not closed, in lines', [
    ...['[a\n', '{.b\n', '```\n', '$$\n', '<!--\n', '::: c\n', '> d\n', '- e\n', '\\begin{f}\n'],
    ...['<div>\n', '---\ng: h\n', '+---+\n', '| i\n', '[^j]: k\n', '    l\n', 'm\n: n\n', '\n'],
  ]),
];

/** All of them; names are unique. */
export const hostileTexts: readonly HostileText[] = [
  ...brackets,
  ...braces,
  ...inline,
  ...html,
  ...blocks,
  ...tables,
  ...everything,
];
