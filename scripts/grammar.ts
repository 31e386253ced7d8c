/**
 * The TextMate grammars that dim and colour tags; they are injected into the grammars of manuscripts.
 * A grammar sees one line at a time: the opening bracket of a span that ends on a later line, and a
 * tag whose kind stands on a later line than its brace, stay plain.
 * `test/grammar` writes them to `syntaxes/`, and fails where a file there is out of date.
 */
import { VOCABULARY } from '../server/src/core/model';

/** A pattern of a TextMate grammar, as far as this grammar uses them. */
interface Pattern {
  readonly name?: string;
  readonly contentName?: string;
  readonly include?: string;
  readonly match?: string;
  readonly begin?: string;
  readonly end?: string;
  readonly captures?: Captures;
  readonly beginCaptures?: Captures;
  readonly endCaptures?: Captures;
  readonly patterns?: readonly Pattern[];
}

type Captures = Readonly<Record<string, Pattern>>;

/** A grammar that is injected into others. */
export interface InjectionGrammar {
  readonly name: string;
  readonly scopeName: string;
  readonly injectionSelector: string;
  readonly patterns: readonly Pattern[];
  readonly repository?: Readonly<Record<string, Pattern>>;
}

/** A grammar that colours manuscripts. */
interface Host {
  readonly scopeName: string;
  /** The language id, and the last part of the scopes. */
  readonly language: string;
  /** Where its inline syntax is found. */
  readonly inline: string;
  /** A grammar whose name begins with the host's, and that has a grammar of its own here. */
  readonly except?: string;
  /** Whether it knows fenced divs itself. */
  readonly hasDivs?: boolean;
}

const markdown = { scopeName: 'text.html.markdown', language: 'markdown' };

/** VS Code's own Markdown, Quarto (`quarto.quarto`) and R Markdown (`REditorSupport.r-syntax`). */
const hosts: readonly Host[] = [
  { ...markdown, inline: markdown.scopeName, except: 'text.html.markdown.rmarkdown' },
  {
    scopeName: 'text.html.quarto',
    language: 'quarto',
    inline: 'text.html.quarto',
    hasDivs: true,
  },
  {
    scopeName: 'text.html.markdown.rmarkdown',
    language: 'rmarkdown',
    inline: markdown.scopeName,
  },
];

/** Where Pandoc sees no tags, and what is coloured already. */
const opaque = [
  'comment',
  'markup.fenced_code',
  'markup.inline.raw',
  'markup.math',
  'markup.raw',
  'meta.embedded',
  'meta.tag',
];

// Pandoc's attribute syntax, as regular expressions that cannot backtrack into what they have read.
const classes = [...VOCABULARY.classes.keys()];
const nameRest = '[\\p{L}\\p{N}_:.-]';
const kindClass = `\\.(?:${classes.join('|')})(?!${nameRest})`;
const key = `[\\p{L}_:]${nameRest}*+`;
const item = [
  `#[^\\s{}#=.][^\\s{}#="']*+`,
  `\\.\\p{L}${nameRest}*+`,
  `${key}=(?:"(?:[^"\\\\]|\\\\.)*+"|'(?:[^'\\\\]|\\\\.)*+'|[^\\s{}"'][^\\s}]*+)`,
  '-(?=[\\s}])',
].join('|');
/** From the opening brace to the last item on the line; one item is a kind. */
const tagStart = `\\{\\s*+(?:(?!${kindClass})(?:${item})\\s*+)*+${kindClass}\\s*+(?:(?:${item})\\s*+)*+`;
const tag = `${tagStart}\\}`;
/** Goes on in the next line, perhaps in the midst of a value. */
const openTag = `${tagStart}(?:${key}=(?:"(?:[^"\\\\]|\\\\.)*+|'(?:[^'\\\\]|\\\\.)*+)?+)?+$`;

/** What stands between brackets: code, escapes and brackets in pairs. */
const bracketed =
  '(?<square>(?:``(?:(?!``).)*+``|`[^`]*+`|\\\\.|[^\\[\\]\\\\]|\\[\\g<square>\\])*+)';
const destination = '(?:[^()\\\\\\n]|\\\\.|\\([^()]*\\))*+';
const image = `!\\[${bracketed}\\](?:\\(${destination}\\)|\\[[^\\[\\]]*\\])`;
const blockStart = '(?:^|\\G {0,3})';
/** An attribute block after these belongs to a span, a link or code. */
const notInline = '(?<![\\])`\\\\])';

/** Around a tag: no `comment`, or the editor would no longer show which bracket closes which. */
const punctuation = (part: string) => ({ name: `punctuation.definition.tag.${part}.warrant` });

/** Inside the block: themes know no such scope and give it the block's colour, that of comments. */
const delimiter = (part: string) => ({ name: `delimiter.${part}.warrant` });
const brace = (part: string) => ({ name: `comment.attributes.warrant delimiter.${part}.warrant` });
const kindNames = [...VOCABULARY.classes].map(([name, { kind }]) => ({
  match: name,
  name: `entity.name.type.${kind}.warrant`,
}));

const quoted = (quote: string, sort: string): Pattern => ({
  begin: quote,
  beginCaptures: { 0: { name: 'punctuation.definition.string.begin.warrant' } },
  end: `${quote}|^(?=\\s*$)`,
  endCaptures: { 0: { name: 'punctuation.definition.string.end.warrant' } },
  name: `string.quoted.${sort}.warrant`,
  patterns: [{ match: '\\\\.', name: 'constant.character.escape.warrant' }],
});

const attributeItems: Pattern = {
  patterns: [
    ...[...VOCABULARY.classes].map(([name, { kind }]) => ({
      match: `(\\.)(${name})(?!${nameRest})`,
      captures: { 1: delimiter('class'), 2: { name: `entity.name.type.${kind}.warrant` } },
    })),
    {
      match: `(\\.)(\\p{L}${nameRest}*)`,
      captures: {
        1: delimiter('class'),
        2: { name: 'entity.other.attribute-name.class.warrant' },
      },
    },
    {
      match: `(#)([^\\s{}#=]+)`,
      captures: { 1: delimiter('id'), 2: { name: 'variable.other.constant.id.warrant' } },
    },
    {
      begin: `(${key})(=)`,
      beginCaptures: {
        1: { name: 'entity.other.attribute-name.warrant' },
        2: { name: 'delimiter.key-value.warrant' },
      },
      end: `(?<=["'])|(?=[\\s}])`,
      patterns: [
        quoted('"', 'double'),
        quoted("'", 'single'),
        { match: `[^\\s{}"'][^\\s}]*`, name: 'string.unquoted.warrant' },
      ],
    },
    { match: '\\{', ...delimiter('begin') },
    { match: '\\}', ...delimiter('end') },
  ],
};

const attributes: Pattern = {
  name: 'comment.attributes.warrant',
  patterns: [attributeItems],
};
const inlinesOf = (host: Host): readonly Pattern[] => [
  { include: `${host.inline}#inline` },
  { include: 'text.html.derivative' },
];

/** An attribute block that goes on over the line's end; Pandoc lets a blank line end it. */
const overLines = (opener: string, captures: Captures): Pattern => ({
  begin: `${opener}(?=${openTag})(\\{)`,
  beginCaptures: captures,
  end: '(\\})|^(?=\\s*$)',
  endCaptures: { 1: brace('end') },
  contentName: 'comment.attributes.warrant',
  patterns: [attributeItems],
});

const spans: Pattern = {
  patterns: [
    // An escaped bracket opens no span, and a footnote's mark is none.
    {
      match: `(\\\\\\[)${bracketed}\\](?=\\{)`,
      captures: { 1: { name: 'constant.character.escape.markdown' } },
    },
    { match: '\\[\\^[^\\s\\[\\]]+\\](?=\\{)' },
    {
      match: `\\[(?=${bracketed}\\](?:${tag}|${openTag}))`,
      ...punctuation('begin'),
    },
    {
      match: `(\\])(${tag})`,
      captures: { 1: punctuation('end'), 2: attributes },
    },
    overLines('(\\])', { 1: punctuation('end'), 2: brace('begin') }),
  ],
};

const builtInImages: readonly Pattern[] = [
  { include: 'text.html.markdown#image-inline' },
  { include: 'text.html.markdown#image-ref' },
];

const images: Pattern = {
  patterns: [
    {
      match: `(${image})(${tag})`,
      captures: { 1: { patterns: builtInImages }, 3: attributes },
    },
    overLines(`(${image})`, {
      1: { patterns: builtInImages },
      3: brace('begin'),
    }),
    // The last line of an alternative text over several lines.
    { match: `\\]\\(${destination}\\)(${tag})`, captures: { 1: attributes } },
    // No span, and an image only where its label is defined.
    { match: `!\\[${bracketed}\\](?=\\{)` },
  ],
};

const math: Pattern = {
  match: `\\$(?=\\S)(?:[^$\\\\\\n]|\\\\.)*?\\]\\{(?:[^$\\\\\\n]|\\\\.)*(?<=\\S)\\$(?!\\d)`,
  name: 'markup.math.inline.markdown',
};

/** An ATX heading; the tag stands outside its scopes, which themes make bold. */
const headingOf = (host: Host): Pattern => ({
  match: `${blockStart}(#{1,6}[ \\t].*?)${notInline}(${tag})[ \\t]*$`,
  captures: {
    1: {
      name: `markup.heading.${host.language}`,
      patterns: [6, 5, 4, 3, 2, 1].map((level) => ({
        match: `(#{${level}})[ \\t]+(.*?)[ \\t]*(#*)[ \\t]*$`,
        name: `heading.${level}.${host.language}`,
        captures: {
          1: { name: `punctuation.definition.heading.${host.language}` },
          2: { name: `entity.name.section.${host.language}`, patterns: inlinesOf(host) },
          3: { name: `punctuation.definition.heading.${host.language}` },
        },
      })),
    },
    2: attributes,
  },
});

const captionOf = (host: Host): Pattern => ({
  match: `${blockStart}(?:[Tt]able:|:(?!\\p{P}))[ \\t]*(.*?)${notInline}(${tag})[ \\t]*$`,
  captures: {
    1: { name: `meta.paragraph.${host.language}`, patterns: inlinesOf(host) },
    2: attributes,
  },
});

const closingFence = {
  end: `${blockStart}(:{3,})[ \\t]*$`,
  endCaptures: { 1: punctuation('end') },
};

/** Divs inside a tagged one are counted, so that each fence closes its own. */
const divContentOf = (host: Host): readonly Pattern[] => [
  { include: '#divs' },
  ...(host.hasDivs === true ? [] : [{ include: '#foreign-div' }]),
  { include: host.scopeName },
];

const divsOf = (host: Host): Pattern => ({
  patterns: [
    {
      begin: `${blockStart}(:{3,})[ \\t]*(?:(${tag})|(${classes.join('|')})(?=[ \\t]*:*[ \\t]*$))[ \\t]*(:*)[ \\t]*$`,
      beginCaptures: {
        1: punctuation('begin'),
        2: attributes,
        3: { patterns: kindNames },
        4: punctuation('begin'),
      },
      ...closingFence,
      patterns: divContentOf(host),
    },
    {
      begin: `${blockStart}(:{3,})[ \\t]*(?=${openTag})`,
      beginCaptures: { 1: punctuation('begin') },
      ...closingFence,
      patterns: [
        {
          begin: '\\G(\\{)',
          beginCaptures: { 1: brace('begin') },
          end: '(\\})[ \\t]*(:*)|^(?=\\s*$)',
          endCaptures: { 1: brace('end'), 2: punctuation('begin') },
          contentName: 'comment.attributes.warrant',
          patterns: [attributeItems],
        },
        ...divContentOf(host),
      ],
    },
  ],
});

const foreignDivOf = (host: Host): Pattern => ({
  begin: `${blockStart}:{3,}[ \\t]*(?:\\{|[^\\s:{}]+[ \\t]*:*[ \\t]*$)`,
  end: `${blockStart}:{3,}[ \\t]*$`,
  patterns: divContentOf(host),
});

/**
 * The hosts end a paragraph with its line, and what is open in it as well. Where an attribute block
 * goes on over the line's end, this paragraph takes its place.
 */
const paragraphOf = (host: Host): Pattern => ({
  begin: `${blockStart}(?!#|>|[-*+][ \\t]|\\d+[.)][ \\t]|:{3}|\`{3}|~{3}|\\|)(?=\\S.*[\\])]${openTag})`,
  end: '$',
  name: `meta.paragraph.${host.language}`,
  patterns: inlinesOf(host),
});

/** Inline syntax is coloured in inline text only: in a line's first column the paragraph comes first. */
const inlineGrammar: InjectionGrammar = {
  name: 'Warrant: tags in the text',
  scopeName: 'warrant.injection',
  injectionSelector: `L:(${hosts.map(({ scopeName }) => scopeName).join(' | ')}) (meta.paragraph | markup.heading | markup.table) - (${opaque.join(' | ')})`,
  patterns: [math, images, spans],
};

const blockGrammar = (host: Host): InjectionGrammar => ({
  name: `Warrant: tags on the blocks of ${host.language}`,
  scopeName: `warrant.${host.language}.injection`,
  injectionSelector: `L:${host.scopeName} - (${[...opaque, 'meta.paragraph', ...(host.except === undefined ? [] : [host.except])].join(' | ')})`,
  patterns: [{ include: '#divs' }, headingOf(host), captionOf(host), paragraphOf(host)],
  repository: { divs: divsOf(host), 'foreign-div': foreignDivOf(host) },
});

/** Each grammar with the grammars that it is injected into, as `contributes.grammars` lists them. */
export const injectionGrammars: readonly {
  readonly grammar: InjectionGrammar;
  readonly injectTo: readonly string[];
}[] = [
  { grammar: inlineGrammar, injectTo: hosts.map(({ scopeName }) => scopeName) },
  ...hosts.map((host) => ({ grammar: blockGrammar(host), injectTo: [host.scopeName] })),
];
