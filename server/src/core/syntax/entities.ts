import { characterEntities } from 'character-entities';

/** A decoded character reference. */
export interface CharacterReference {
  readonly text: string;
  /** The offset after the semicolon. */
  readonly end: number;
}

// Longer than any reference, with its ampersand and semicolon.
const maximalReference = 40;

const replacementCharacter = '\ufffd';

/** Decodes the character reference (`&amp;`, `&#39;`, `&#x27;`) at an ampersand; undefined where there is none. */
export function decodeReference(text: string, at: number): CharacterReference | undefined {
  const semicolon = text.slice(at, at + maximalReference).indexOf(';');
  if (semicolon < 2) return undefined;
  const name = text.slice(at + 1, at + semicolon);
  const decoded = name.startsWith('#') ? numericReference(name) : namedReference(name);
  return decoded === undefined ? undefined : { text: decoded, end: at + semicolon + 1 };
}

/** The text with all its character references decoded. */
export function decodeReferences(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&#?[A-Za-z0-9]{1,38};/g, (reference) => {
    return decodeReference(reference, 0)?.text ?? reference;
  });
}

function numericReference(name: string): string | undefined {
  const isDecimal = /^#[0-9]+$/.test(name);
  if (!isDecimal && !/^#[xX][0-9a-fA-F]+$/.test(name)) return undefined;
  const point = Number.parseInt(name.slice(isDecimal ? 1 : 2), isDecimal ? 10 : 16);
  const isCharacter = point > 0 && point <= 0x10ffff && !(point >= 0xd800 && point <= 0xdfff);
  return isCharacter ? String.fromCodePoint(point) : replacementCharacter;
}

function namedReference(name: string): string | undefined {
  return Object.hasOwn(characterEntities, name) ? characterEntities[name] : undefined;
}
