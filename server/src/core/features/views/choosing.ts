import type { Row } from './row';

/** Compares names as a reader of English looks them up, numbers by their value. */
const NAMES = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });

/** Less than 0 where a label comes before another one; quotation marks do not count. */
export function compareLabels(a: Row, b: Row): number {
  return NAMES.compare(bare(a.label), bare(b.label));
}

/** Whether a row has all the words of a text in it, whatever their case and accents: where it can be read, or as its id. */
export function hasWords(
  { label, description, tooltip = '', element }: Row,
  words: string,
): boolean {
  const wanted = plain(words)
    .split(/\s+/)
    .filter((word) => word !== '');
  if (wanted.length === 0) return true;
  const id = element?.id === undefined ? '' : `#${element.id}`;
  const own = plain([label, description, tooltip, id].join('\n'));
  return wanted.every((word) => own.includes(word));
}

/** Without case and accents. */
function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

function bare(label: string): string {
  return label.replace(/^[“”"„‘«]+/, '');
}
