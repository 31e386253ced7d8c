import { singularsOf, wordsOfText } from '../../project';

/** A term in a form in which its spellings are alike: case, hyphens, possessives and a regular plural do not matter. */
export function termKey(term: string): string {
  const words = wordsOfText(term).map(({ stem }) => stem);
  const last = words.at(-1);
  if (last === undefined) return '';
  // The shortest singular, so that a term and its plural meet.
  const [singular = last] = [...singularsOf(last)].sort((a, b) => a.length - b.length);
  return [...words.slice(0, -1), singular].join(' ');
}

/** A text of which only the words count, for comparing definitions and conditions. */
export function wordsKey(text: string): string {
  return wordsOfText(text)
    .map(({ key }) => key)
    .join(' ');
}
