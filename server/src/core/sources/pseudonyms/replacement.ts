import { partsOfName, type NamePart } from './variants';

/**
 * What is written in the place of a name, or of a part of it: the same part of the pseudonym where that is the name of a
 * person too, else the whole of it.
 * @param written the name as it stands there, by whose capitals the pseudonym goes
 * @param isFirst whether a sentence begins with it
 */
export function writtenInstead(
  pseudonym: string,
  part: NamePart,
  written: string,
  isFirst: boolean,
): string {
  const instead = partOf(pseudonym, part);
  const isCapitals = written.length > 3 && /\p{Lu}/u.test(written) && !/\p{Ll}/u.test(written);
  if (isCapitals) return instead.toUpperCase();
  return isFirst ? instead.charAt(0).toUpperCase() + instead.slice(1) : instead;
}

function partOf(pseudonym: string, part: NamePart): string {
  if (part === 'full') return pseudonym;
  const { given, particles, family } = partsOfName(pseudonym);
  const [first] = given;
  const isName = [...given, family ?? ''].every((word) => /^\p{Lu}\p{Ll}/u.test(word));
  if (first === undefined || family === undefined || !isName) return pseudonym;
  const last = [...particles, family].join(' ');
  if (part === 'given') return first;
  return part === 'family' ? last : `${first.charAt(0)}. ${last}`;
}
