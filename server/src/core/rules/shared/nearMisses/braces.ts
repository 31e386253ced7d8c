import { attributeName, type Kind, type Vocabulary } from '../../../model';

/** A word in braces, read more leniently than Pandoc does. */
export type Word =
  | { readonly type: 'class' | 'id' | 'bare'; readonly name: string }
  | {
      readonly type: 'pair';
      readonly key: string;
      readonly value: string;
      /** Whether it stood in quotes of any kind, so that what follows is surely no part of it. */
      readonly isQuoted: boolean;
    };

const CLOSERS: Readonly<Record<string, string>> = {
  '"': '"',
  "'": "'",
  '“': '”“"',
  '”': '”"',
  '„': '“”"',
  '«': '»',
  '‘': '’‘',
  '’': '’',
};

const SKIPPED = /[\s,:\u00a0]*/uy;
const CLASS = /\.+([^\s,#.\u00a0]*)/uy;
const ID = /#+([^\s,\u00a0]*)/uy;
const KEY = /([\p{L}_][\p{L}\p{N}_.-]*)\s*=\s*/uy;
const BARE = /[^\s,\u00a0]+/uy;
const VALUE = /[^\s\u00a0]*/uy;

/** The words between braces. Never fails. */
export function readBraces(inner: string): Word[] {
  const words: Word[] = [];
  let at = 0;
  const take = (pattern: RegExp): RegExpExecArray | undefined => {
    pattern.lastIndex = at;
    const match = pattern.exec(inner);
    if (match) at += match[0].length;
    return match ?? undefined;
  };
  for (;;) {
    take(SKIPPED);
    if (at >= inner.length) return words;
    const name = inner[at] === '.' ? take(CLASS) : inner[at] === '#' ? take(ID) : undefined;
    if (name) {
      if (name[1]) words.push({ type: name[0].startsWith('.') ? 'class' : 'id', name: name[1] });
      continue;
    }
    const key = take(KEY)?.[1];
    if (key === undefined) {
      words.push({ type: 'bare', name: take(BARE)?.[0] ?? inner.slice(at) });
      continue;
    }
    const quoted = quotedValue(inner, at);
    if (quoted) at = quoted.end;
    const value = quoted ? quoted.value : (take(VALUE)?.[0] ?? '');
    words.push({ type: 'pair', key, value: fold(value), isQuoted: quoted !== undefined });
  }
}

function quotedValue(text: string, at: number): { value: string; end: number } | undefined {
  const closers = CLOSERS[text[at] ?? ''];
  if (closers === undefined) return undefined;
  for (let end = at + 1; end < text.length; end++) {
    if (text[end] === '\\') end++;
    else if (closers.includes(text[end] ?? ''))
      return { value: text.slice(at + 1, end), end: end + 1 };
  }
  return undefined;
}

function fold(value: string): string {
  return value.replace(/[\s\u00a0]+/gu, ' ').trim();
}

/** Whether braces are meant as a tag: they name a kind, or hold an id and an attribute that only Warrant knows. */
export function isMeant(words: readonly Word[], vocabulary: Vocabulary): boolean {
  return (
    kindOf(words, vocabulary) !== undefined ||
    (words.some(({ type }) => type === 'id') &&
      words.some((word) => word.type === 'pair' && isOurs(word.key, vocabulary)))
  );
}

/** The ids among the words; a bare word may be one. */
export function idsOf(words: readonly Word[]): string[] {
  return words.flatMap((word) =>
    word.type === 'pair' || word.type === 'class' ? [] : [word.name],
  );
}

function isOurs(key: string, { kinds }: Vocabulary): boolean {
  return Object.values(kinds).some(({ attributes }) => {
    const definition = attributes[attributeName(key)];
    return definition !== undefined && definition.shared !== true;
  });
}

function kindOf(words: readonly Word[], { classes }: Vocabulary): Kind | undefined {
  for (const word of words) {
    if (word.type !== 'class' && word.type !== 'bare') continue;
    const meaning = classes.get(word.name);
    if (meaning) return meaning.kind;
  }
  return undefined;
}

/** The braces as Pandoc reads them, with what the author seems to have meant by each word. */
export function repairBraces(words: readonly Word[], vocabulary: Vocabulary): string {
  const kind = kindOf(words, vocabulary);
  const repaired: Word[] = [];
  for (const word of words) {
    const last = repaired[repaired.length - 1];
    if (word.type !== 'bare') repaired.push(word);
    else if (vocabulary.classes.has(word.name)) repaired.push({ type: 'class', name: word.name });
    else if (last?.type === 'pair' && !last.isQuoted && last.value !== '') {
      repaired[repaired.length - 1] = { ...last, value: `${last.value} ${word.name}` };
    } else repaired.push(meaningOf(word.name, kind, repaired, vocabulary));
  }
  return `{${repaired.map((word) => write(word, kind, vocabulary)).join(' ')}}`;
}

/** A word by itself is a value of the kind, else its id, else a class. */
function meaningOf(
  name: string,
  kind: Kind | undefined,
  before: readonly Word[],
  { kinds }: Vocabulary,
): Word {
  const definitions = kind ? Object.values(kinds[kind].attributes) : [];
  const attribute = definitions.find(({ values }) => values !== undefined && name in values);
  if (attribute) return { type: 'pair', key: attribute.name, value: name, isQuoted: true };
  const hasId = before.some(({ type }) => type === 'id');
  return { type: hasId ? 'class' : 'id', name };
}

function write(word: Word, kind: Kind | undefined, { kinds }: Vocabulary): string {
  if (word.type === 'class' || word.type === 'bare') return `.${word.name}`;
  if (word.type !== 'pair') return `#${word.name}`;
  const type = kind && kinds[kind].attributes[attributeName(word.key)]?.type;
  const isList = type === 'refs' || type === 'ref' || type === 'tests';
  const value = isList ? fold(word.value.replaceAll(',', ' ')) : word.value;
  return `${word.key}=${quote(value)}`;
}

/** A value as Pandoc reads it: bare where that is safe. */
export function quote(value: string): string {
  return /^[\p{L}\p{N}#@](?:[\p{L}\p{N}_.:/-]*[\p{L}\p{N}_-])?$/u.test(value)
    ? value
    : `"${value.replaceAll('"', '\\"')}"`;
}
