import type { Change } from '../../sources/quotations';

/** How much of what is quoted a message repeats. */
const MOST = 60;

/** What a change does, in words: says “did”, the source “did not”. */
export function describeChange({ kind, quoted, source, speaker }: Change): string {
  switch (kind) {
    case 'joined':
      return `“${short(quoted === '' ? source : quoted)}” does not stand there in the source: passages are put together that do not belong together`;
    case 'speaker':
      return `“${short(quoted)}” are the words of ${speaker ?? 'somebody else'}`;
    case 'order':
      return `the source has the words in another order: “${short(source)}”`;
    case 'cut':
      return `“${short(source)}” is left out without a mark`;
    default:
      if (quoted === '') return `“${short(source)}” is left out`;
      if (source === '') return `“${short(quoted)}” is not in the source`;
      return `says “${short(quoted)}”, the source “${short(source)}”`;
  }
}

function short(words: string): string {
  const plain = words.replace(/\s+/g, ' ').trim();
  if (plain.length <= MOST) return plain;
  const half = Math.floor(MOST / 2) - 2;
  return `${plain.slice(0, half).trimEnd()} … ${plain.slice(-half).trimStart()}`;
}
