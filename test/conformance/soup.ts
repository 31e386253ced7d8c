import type { Random } from './random';

export { randomSource } from './random';

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

/** How a soup is stirred: which share of the lines is inline text. */
interface Recipe {
  readonly lines: number;
  readonly inlineShare: number;
}

const recipes: readonly Recipe[] = [
  { lines: 5, inlineShare: 0.7 },
  { lines: 12, inlineShare: 0.4 },
];

/** A random text made of pieces of Markdown. */
export function soup(random: Random): string {
  const recipe = recipes[random.below(recipes.length)] ?? { lines: 5, inlineShare: 0.7 };
  const lines: string[] = [];
  const count = 1 + random.below(recipe.lines);
  for (let line = 0; line < count; line++) {
    const kind = random.next();
    if (kind < 0.2) lines.push('');
    else if (kind < 0.2 + recipe.inlineShare) lines.push(inlineLine(random));
    else lines.push(random.pick(blocks) + (random.happens(0.2) ? ` ${inlineLine(random)}` : ''));
  }
  return `${lines.join('\n')}\n`;
}

function inlineLine(random: Random): string {
  const pieces: string[] = [];
  const count = 1 + random.below(5);
  for (let piece = 0; piece < count; piece++) {
    pieces.push(random.pick(random.happens(0.5) ? words : inline));
    if (random.happens(0.6)) pieces.push(' ');
  }
  return pieces.join('');
}
