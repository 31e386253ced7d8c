import type { Row } from './row';

/** Compares names as a reader of English looks them up, numbers by their value. */
const NAMES = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });

/** Less than 0 where a label comes before another one; quotation marks do not count. */
export function compareLabels(a: Row, b: Row): number {
  return NAMES.compare(bare(a.label), bare(b.label));
}

/** Whether a row has some words in it: in its label, in what the pointer over it shows, or as the id. */
export function hasWords({ label, tooltip = '', element }: Row, words: string): boolean {
  const wanted = words.trim().toLowerCase();
  if (wanted === '') return true;
  return [label, tooltip, element?.id === undefined ? '' : `#${element.id}`].some((text) =>
    text.toLowerCase().includes(wanted),
  );
}

function bare(label: string): string {
  return label.replace(/^[“”"„‘«]+/, '');
}
