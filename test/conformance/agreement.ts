import type { Reading } from './oracle';
import { ourReading } from './reading';

/** A text that we and Pandoc read differently. */
export interface Difference {
  readonly text: string;
  readonly ours: Reading;
  readonly pandocs: Reading;
}

/** Whether two readings agree in everything: carriers, ids, classes, values, plain texts, citations. */
export function agree(ours: Reading, pandocs: Reading): boolean {
  return JSON.stringify(ours) === JSON.stringify(pandocs);
}

/** Compares our reading of a text with Pandoc's. */
export function compare(text: string, pandocs: Reading): Difference | undefined {
  const ours = ourReading(text);
  return agree(ours, pandocs) ? undefined : { text, ours, pandocs };
}

/** What stands in one reading only, a line for each. */
export function describeDifference({ ours, pandocs }: Difference): string {
  const own = lines(ours);
  const theirs = lines(pandocs);
  return [
    ...missing(own, theirs).map((line) => `  Warrant: ${line}`),
    ...missing(theirs, own).map((line) => `  Pandoc:  ${line}`),
  ].join('\n');
}

function lines({ elements, citations }: Reading): string[] {
  return [
    ...elements.map(({ carrier, id, classes, attributes, text }) => {
      const values = attributes.map(([key, value]) => `${key}=${JSON.stringify(value)}`);
      const braces = [id && `#${id}`, ...classes.map((name) => `.${name}`), ...values];
      return `${carrier} {${braces.filter((part) => part !== '').join(' ')}} ${JSON.stringify(text)}`;
    }),
    ...citations.map((key) => `citation @${key}`),
  ];
}

/** The lines of a list that have no equal in the other. */
function missing(list: readonly string[], other: readonly string[]): string[] {
  const rest = [...other];
  return list.filter((line) => {
    const index = rest.indexOf(line);
    if (index >= 0) rest.splice(index, 1);
    return index < 0;
  });
}
