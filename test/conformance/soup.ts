/** A source of random numbers that gives the same ones for the same seed (mulberry32). */
export function randomSource(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const words = ['a', 'b', 'word', 'two words', 'trust', 'x', 'It was', 'é', '3', 'end.'];
const inline = [
  '[x]{.c}',
  '[a b]{.claim #i k="v w"}',
  '[in [n]{.d} out]{.e}',
  '[',
  ']',
  '{.c}',
  '{#z}',
  '[x]',
  '[x](u)',
  '[x](#t){.l}',
  '![i](u.png){.f}',
  '[x][r]',
  '[x][r]{.q}',
  '`code`',
  '`c`{.g}',
  '`',
  '``',
  '*',
  '**',
  '_',
  '*em*',
  '**st**',
  '$m$',
  '$',
  '@k',
  '[@k]',
  '[see @k, p. 3; @l]',
  '-@m',
  '@k [p. 2]',
  '^[note [y]{.n}]',
  '[^1]',
  '<!-- c [h]{.h} -->',
  '<b>',
  '</b>',
  '<span class="s">',
  '</span>',
  '<http://a.b>',
  '\\[',
  '\\',
  '"',
  "'",
  '&amp;',
  '--',
  '~',
  '^',
  '(',
  ')',
  ';',
  '!',
  '\\LaTeX{}',
];
const blocks = [
  '# H',
  '## H {#h .k}',
  '# T [x]{.c}',
  '- i',
  '- [i]{.li}',
  '  - n',
  '    more',
  '  text',
  '1. one',
  '(a) al',
  '(@ex) e',
  '> q',
  '> [q]{.bq}',
  '>',
  '::: {.d #dv}',
  '::: w',
  ':::',
  '```',
  '``` {.py #cb}',
  '```js',
  '~~~',
  '    code',
  '| l [x]{.lb}',
  '---',
  '***',
  '===',
  '[r]: u {.rc}',
  '[^1]: note [f]{.fn}',
  '    [cont]{.nc}',
  '<div class="dd">',
  '</div>',
  '<p>',
  '</p>',
  'Term',
  ':   def [d]{.df}',
  '| a | b |',
  '|---|---|',
  'x   y',
  '--- ---',
  '<!-- block',
  '-->',
  '\\newpage',
  '\\vspace{1em}',
  '\\noindent',
  '\\hfill',
];

/** How the soup is stirred: which share of the lines is inline text. */
export interface Recipe {
  readonly lines: number;
  readonly inlineShare: number;
}

/** A random text made of pieces of Markdown. */
export function soup(random: () => number, recipe: Recipe): string {
  const pick = (list: readonly string[]): string => list[Math.floor(random() * list.length)] ?? '';
  const lines: string[] = [];
  const count = 1 + Math.floor(random() * recipe.lines);
  for (let line = 0; line < count; line++) {
    const kind = random();
    if (kind < 0.2) lines.push('');
    else if (kind < 0.2 + recipe.inlineShare) lines.push(inlineLine(random, pick));
    else lines.push(pick(blocks) + (random() < 0.2 ? ` ${inlineLine(random, pick)}` : ''));
  }
  return `${lines.join('\n')}\n`;
}

function inlineLine(random: () => number, pick: (list: readonly string[]) => string): string {
  const pieces: string[] = [];
  const count = 1 + Math.floor(random() * 5);
  for (let piece = 0; piece < count; piece++) {
    pieces.push(random() < 0.5 ? pick(words) : pick(inline));
    if (random() < 0.6) pieces.push(' ');
  }
  return pieces.join('');
}
