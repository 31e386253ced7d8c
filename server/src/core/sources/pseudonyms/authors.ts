import type { TextRange } from '../../text/range';
import type { NamePart } from './variants';

/** How far behind a name its citation may stand. */
const NEAR = 160;

/** What may be joined to the last word of a name: `Müller’s`, `Vries’`, and in German `Müllers`. */
const ENDING = /^(?:['’ʼ]?s(?![\p{L}\p{M}])|['’ʼ])?/u;

/** Names, commas and what joins them: ` and Jansen`, ` et al., `. */
const OTHERS =
  /(?:[\s,&.*_]|\b(?:and|with|et|al|en|und|y|e|cum|suis|colleagues|van|de|der|den|von|du|da|la|ter|ten)\b|\p{Lu}[\p{L}\p{M}'’-]*(?![\p{L}\p{M}'’-]))*/u;

/** A year in brackets or without. */
const YEAR = /[([]{0,2}\s*((?:1[6-9]|20)\d\d[a-z]?(?!\d)|(?:forthcoming|in press|n\.\s?d\.))/u;

const YEAR_BEHIND = joined(ENDING, OTHERS, YEAR);

/** A key behind other names: ` [-@vries2011`. */
const CITED_BEHIND = joined(ENDING, OTHERS, /[([]{0,2}\s*(?:see |cf\.? )?-?@[\w{]/);

/** With others, who are not named, nobody but authors stands: ` et al.`, ` *et al.*`, `, Jansen et al.`. */
const ET_AL_BEHIND = joined(ENDING, OTHERS, /(?<=\bet[\s*_]+al)\b/);

/** A key directly behind, and nothing else. */
const KEY_BEHIND = /^(?:['’ʼ]s?)?\s*[([]{0,2}\s*(?:see |cf\.? )?-?@[\w{]/u;

/** A key of a citation up to here: `@de_`, `-@{anna`. */
const IN_KEY = /@\{?[\p{L}\p{N}_][\p{L}\p{N}_:.#$%&+?<>~/-]*$|@\{?$/u;

/** Whether a name is that of a cited author: it stands in a key, or before a year, a citation or `et al.` */
export function isAuthor(text: string, { start, end }: TextRange, part: NamePart): boolean {
  if (IN_KEY.test(text.slice(Math.max(0, start - NEAR), start))) return true;
  const behind = text.slice(end, end + NEAR);
  if (part === 'given') return KEY_BEHIND.test(behind);
  if (ET_AL_BEHIND.test(behind)) return true;
  // Whole names with a year are those of informants as well: (Anna de Vries, 2011).
  if (part === 'full') return KEY_BEHIND.test(behind);
  return YEAR_BEHIND.test(behind) || CITED_BEHIND.test(behind);
}

/** The year that stands behind a name as it does in a citation, such as `2011` of `Ng and Jansen (2011a)`. */
export function yearBehind(text: string, end: number): string | undefined {
  return YEAR_BEHIND.exec(text.slice(end, end + NEAR))?.[1]?.replace(/[a-z]$/, '');
}

function joined(...parts: readonly RegExp[]): RegExp {
  return new RegExp(parts.map(({ source }) => source).join(''), 'u');
}
