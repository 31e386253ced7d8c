import type { TextRange } from '../../text/range';
import type { NamePart } from './variants';

/** How far behind a name its citation may stand. */
const NEAR = 160;

/** Names, commas and what joins them, up to a year or a key: ` and Jansen (2011`, ` et al., 2011`, ` [-@vries2011`. */
const CITED_BEHIND =
  /^(?:['’ʼ]s?)?(?:[\s,&.*_]|\b(?:and|with|et|al|en|und|y|e|cum|suis|colleagues|van|de|der|den|von|du|da|la|ter|ten)\b|\p{Lu}[\p{L}\p{M}'’-]*(?![\p{L}\p{M}'’-]))*[([]{0,2}\s*(?:(?:1[6-9]|20)\d\d[a-z]?(?!\d)|(?:forthcoming|in press|n\.\s?d\.)|(?:see |cf\.? )?-?@[\w{])/u;

/** A key directly behind, and nothing else. */
const KEY_BEHIND = /^(?:['’ʼ]s?)?\s*[([]{0,2}\s*(?:see |cf\.? )?-?@[\w{]/u;

/** A key of a citation up to here: `@de_`, `-@{anna`. */
const IN_KEY = /@\{?[\p{L}\p{N}_][\p{L}\p{N}_:.#$%&+?<>~/-]*$|@\{?$/u;

/** Whether a name is that of a cited author: it stands in a key, or before a year or a citation. */
export function isAuthor(text: string, { start, end }: TextRange, part: NamePart): boolean {
  if (IN_KEY.test(text.slice(Math.max(0, start - NEAR), start))) return true;
  const behind = text.slice(end, end + NEAR);
  // Whole names with a year are those of informants as well: (Anna de Vries, 2011).
  return (part === 'family' || part === 'initials' ? CITED_BEHIND : KEY_BEHIND).test(behind);
}
