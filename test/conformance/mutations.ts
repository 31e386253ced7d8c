import type { Random } from './random';

/** A change such as an author makes, or leaves half done. */
type Mutation = (text: string, random: Random) => string;

const marks = [
  '[',
  ']',
  '{',
  '}',
  '(',
  ')',
  '*',
  '**',
  '_',
  '`',
  '```',
  '"',
  "'",
  '>',
  '#',
  ':',
  ':::',
];
const moreMarks = [
  '|',
  '$',
  '\\',
  '^',
  '~',
  '@',
  '<',
  '-',
  '=',
  '&',
  '!',
  ';',
  '%',
  '\n',
  '\n\n',
  ' ',
  '    ',
  '\t',
];
const unfinished = [
  '[Trust',
  '[Trust grew]{.claim',
  '[Trust grew]{.claim #c-',
  '[Trust grew]{.claim from="e-1',
  '[Trust grew]{.evidence @smith2019}',
  '::: {.claim',
  '\n\n::: {.mechanism #m-1\n',
  '\n\n:::\n',
  '\n\n::: note\n',
  '[@',
  '@',
  '[@smith2019',
  '[see @smith2019, p. ',
  '^[',
  '[^',
  '[^n1]',
  '![',
  '![A figure](',
  '[link](http://',
  '<',
  '<span class="claim"',
  '<!--',
  '<!-- later',
  '<div class="',
  '{.claim}',
  '{#c-1}',
  '\n\n# ',
  '\n\n## Results {#sec',
  '\n- ',
  '\n\n- ',
  '\n\n1. ',
  '\n\n> ',
  '\n\n| a | b\n',
  '\n\n```\n',
  '\n\n```{r}\n',
  '\n\n$$\n',
  '$x',
  '\\textbf{',
  '\\cite',
  '**',
  '“',
];
const pasted = [
  'the owners \u2018hear nothing\u2019 \u2013 or so they say\u2026',
  'Smith\u00a0&\u00a0Jones (2019), pp.\u00a012\u201314',
  '\n\n\u2022\tfirst point\n\u2022\tsecond point\n\n',
  '\n\n1)\tfirst\n2)\tsecond\n\n',
  '\n\nName\tRole\tYears\nA.\tOwner\t12\n\n',
  '\n> On Monday, B. wrote:\n> > Fine with me.\n\nThanks!\n',
  ' https://doi.org/10.1000/182 ',
  ' (see <https://example.org/a_b>) ',
  '<b>bold</b> and <i>it</i>',
  '\n\n<p class="MsoNormal">A paragraph from Word.</p>\n\n',
  '\n\n<div class="note">\n\nBoxed.\n\n</div>\n\n',
  '\\emph{trust} and \\citep{smith2019}',
  '\n\n\\begin{quote}\nA quotation.\n\\end{quote}\n\n',
  '\n\n~~~\n[not a span]{.claim}\n~~~\n\n',
  '\n\n| Actor | Share |\n|:------|------:|\n| [Owner]{.construct} | 3 |\n\n',
  '\n\nTrust\n:   a willingness to be vulnerable\n\n',
  '\n\nTrust\n~ a willingness\n~ or a feeling\n\n',
  '\n\n    indented text\n    [x]{.claim}\n\n',
  '\n\n***\n\n',
  '\n---\n',
  '\n\n| A line\n| and another one\n\n',
  '\n\n(@good) An example.\n\nAs (@good) shows.\n\n',
  '\n\n[^n9]: A note.\n\n    Its second paragraph.\n\n',
  '[^n9]',
  '[ref]: http://example.org "A title"\n',
  '[the paper][ref]',
  '$p < .05$, $N = 12$',
  ' \u{1f642} caf\u00e9 na\u00efve \u4fe1\u983c ',
  'H~2~O and x^2^ and ~~gone~~',
  '&nbsp;&mdash;&amp;&#x27;&hellip;',
  '[sic]',
  '[...]',
  '[their]',
  '\n\n::: {.callout-note}\n## Title\nText [x]{.claim}.\n:::\n\n',
  '\n\n```{r}\n#| label: fig-x\nplot(x)\n```\n\n',
  '{{< include _x.qmd >}}',
];

const mutations: readonly (readonly [weight: number, mutation: Mutation])[] = [
  [8, (text, random) => edit(text, random, /\S+/g, () => '')],
  [4, (text, random) => edit(text, random, /\S+/g, (word) => `${word} ${word}`)],
  [4, (text, random) => swap(text, random, /\S+/g)],
  [6, (text, random) => edit(text, random, /[^\n]*\n/g, () => '')],
  [4, (text, random) => edit(text, random, /[^\n]*\n/g, (line) => line + line)],
  [4, (text, random) => swap(text, random, /[^\n]*\n/g)],
  [4, (text, random) => edit(text, random, paragraph, () => '')],
  [2, (text, random) => edit(text, random, paragraph, (block) => block + block)],
  [4, (text, random) => swap(text, random, paragraph)],
  [
    16,
    (text, random) => insert(text, random, random.pick(random.happens(0.5) ? marks : moreMarks)),
  ],
  [10, (text, random) => edit(text, random, /[[\]{}()*_`"'>#:|$\\^~@<=&!-]/g, () => '')],
  [
    4,
    (text, random) => edit(text, random, /[[\]{}()*_`"'>#:|$\\^~@<=&!-]/g, (mark) => mark + mark),
  ],
  [4, (text, random) => edit(text, random, /\n/g, () => ' ')],
  [4, (text, random) => edit(text, random, / /g, () => '\n')],
  [3, (text, random) => edit(text, random, /\n\n/g, () => '\n')],
  [3, (text, random) => edit(text, random, /\n/g, () => '\n\n')],
  [
    4,
    (text, random) =>
      edit(text, random, /^(?=[^\n])/gm, () =>
        random.pick([' ', '  ', '   ', '    ', '> ', '- ', '\t']),
      ),
  ],
  [3, (text, random) => edit(text, random, /^[ \t>]+/gm, () => '')],
  [2, (text, random) => edit(text, random, /[ \t]*$/gm, () => random.pick([' ', '  ', '\\']))],
  [8, (text, random) => insertAtWord(text, random, random.pick(unfinished))],
  [8, (text, random) => insertAtWord(text, random, random.pick(pasted))],
  [3, (text, random) => text.slice(0, random.below(text.length))],
  [3, move],
  [
    4,
    (text, random) =>
      edit(text, random, paragraph, (block) => rewrapped(block, 20 + random.below(70))),
  ],
  [2, (text) => text.replaceAll('\n', '\r\n')],
  [2, (text) => text.replace(/^ {4}/gm, '\t')],
  [2, (text, random) => edit(text, random, / /g, () => random.pick(['\t', '\u00a0', '  ']))],
];
const totalWeight = mutations.reduce((sum, [weight]) => sum + weight, 0);

const paragraph = /[^\n][^]*?\n(?:[ \t]*\n)+/g;

/** Changes a text in one to `most` places as an author would who is in the middle of writing. */
export function mutated(text: string, random: Random, most = 4): string {
  const count = 1 + random.below(most);
  for (let index = 0; index < count; index++) text = drawn(random)(text, random);
  return text;
}

function drawn(random: Random): Mutation {
  let rest = random.next() * totalWeight;
  for (const [weight, mutation] of mutations) {
    rest -= weight;
    if (rest < 0) return mutation;
  }
  return (text) => text;
}

/** Replaces one of the places that a pattern finds. */
function edit(
  text: string,
  random: Random,
  pattern: RegExp,
  replacement: (found: string) => string,
): string {
  const places = [...text.matchAll(pattern)];
  const place = places[random.below(places.length)];
  if (place === undefined) return text;
  const end = place.index + place[0].length;
  return text.slice(0, place.index) + replacement(place[0]) + text.slice(end);
}

/** Exchanges one of the places that a pattern finds with the next one. */
function swap(text: string, random: Random, pattern: RegExp): string {
  const places = [...text.matchAll(pattern)];
  const index = random.below(places.length - 1);
  const first = places[index];
  const second = places[index + 1];
  if (first === undefined || second === undefined) return text;
  const between = text.slice(first.index + first[0].length, second.index);
  const after = text.slice(second.index + second[0].length);
  return text.slice(0, first.index) + second[0] + between + first[0] + after;
}

function insert(text: string, random: Random, inserted: string): string {
  const at = random.below(text.length + 1);
  return text.slice(0, at) + inserted + text.slice(at);
}

/** Inserts before or behind a word. */
function insertAtWord(text: string, random: Random, inserted: string): string {
  const places = [...text.matchAll(/(?<=\s)(?=\S)|(?<=\S)(?=\s)/g)];
  const at = places[random.below(places.length)]?.index ?? text.length;
  return text.slice(0, at) + inserted + text.slice(at);
}

/** Takes a few lines away and puts them in elsewhere. */
function move(text: string, random: Random): string {
  const lines = text.split('\n');
  const taken = lines.splice(random.below(lines.length), 1 + random.below(6));
  lines.splice(random.below(lines.length + 1), 0, ...taken);
  return lines.join('\n');
}

/** A paragraph with other line breaks. */
function rewrapped(block: string, width: number): string {
  const lines: string[] = [];
  let line = '';
  for (const word of block.trim().split(/\s+/)) {
    if (line !== '' && line.length + word.length >= width) {
      lines.push(line);
      line = word;
    } else {
      line = line === '' ? word : `${line} ${word}`;
    }
  }
  return `${[...lines, line].join('\n')}\n\n`;
}
