import type { Tag, Vocabulary } from '../../../model';
import type { ProjectFile } from '../../../project';
import type { Attributed, AttributeToken } from '../../../syntax';
import type { Block } from '../../rule';
import { withSpace } from '../classEdits';
import { isMisquoted, withoutQuotes } from '../quotes';
import { quote } from './braces';
import { missesIn, NO_MISSES, type Miss } from './miss';

/** What Pandoc reads of a tag, but not as it is meant: quotes of the wrong kind, a comma, two ids. */
export function misreadTag(tag: Tag): readonly Miss[] {
  const quotes = misquoted(tag);
  const commas = trailingCommas(tag);
  const ids = furtherIds(tag);
  const count = quotes.length + commas.length + ids.length;
  return count > 0 ? [...quotes, ...commas, ...ids] : NO_MISSES;
}

/** Elements that are meant as tags, but whose words run together. */
export function misreadElements(
  { elements }: Block,
  { uri }: ProjectFile,
  vocabulary: Vocabulary,
): readonly Miss[] {
  if (elements.length === 0) return NO_MISSES;
  return missesIn(elements, (source) =>
    source.classes.some(({ name }) => vocabulary.classes.has(name))
      ? NO_MISSES
      : [...gluedClass(uri, source, vocabulary), ...dottedClass(uri, source, vocabulary)],
  );
}

function misquoted({ uri, source }: Tag): readonly Miss[] {
  return missesIn(source.attributes, (token): readonly Miss[] => {
    if (token.quote !== '' || !isMisquoted(token.value)) return NO_MISSES;
    const newText = quote(withoutQuotes(token.value));
    return [
      {
        problem: { message: misquotedMessage(token), place: { uri, range: token.valueRange } },
        fix: {
          title: `Write ${token.key}=${newText}`,
          edits: [{ range: token.valueRange, newText }],
        },
      },
    ];
  });
}

function misquotedMessage({ key, value }: AttributeToken): string {
  return /^["']/.test(value)
    ? `The quote before the value of ${key} is never closed, and Pandoc takes it for a part of the value`
    : `Pandoc takes these quotes for a part of the value of ${key}; only straight ones enclose it`;
}

/** A comma after a bare text, as if it set off the next attribute; names of values and references have rules of their own. */
function trailingCommas({ uri, source, attributes }: Tag): readonly Miss[] {
  return missesIn(attributes, (attribute): readonly Miss[] => {
    const { definition, name, text } = attribute;
    if (!TEXTS.has(definition.type) || !/[^,],$/.test(text)) return NO_MISSES;
    const { range } = attribute.place;
    const isBare = source.attributes.some(
      ({ quote: mark, valueRange }) => mark === '' && valueRange === range,
    );
    if (!isBare) return NO_MISSES;
    const newText = text.slice(0, -1);
    return [
      {
        problem: {
          message: `Pandoc takes the comma for a part of the value of ${name}; spaces separate attributes`,
          place: { uri, range },
        },
        fix: { title: `Write ${name}=${newText}`, edits: [{ range, newText }] },
      },
    ];
  });
}

const TEXTS: ReadonlySet<string> = new Set(['text', 'phrases', 'refs|text']);

/** Pandoc keeps the last of several ids and drops the others without a word. */
function furtherIds(tag: Tag): readonly Miss[] {
  const { uri, source } = tag;
  const block = source.attributeRange;
  const last = source.id;
  if (source.form === 'html' || !block || !last) return NO_MISSES;
  const { document } = tag;
  const written = document.slice(block.start, last.range.start - 1);
  if (!written.includes('#')) return NO_MISSES;
  // What stands in quotes is blanked, so that offsets stay as they are.
  const bare = written.replace(/"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'/gs, (value) =>
    ' '.repeat(value.length),
  );
  return [...bare.matchAll(/(?<=[\s{])#([^\s{}#]+)/g)].map(({ 0: match, 1: id = '', index }) => {
    const start = block.start + index;
    const range = { start, end: start + match.length };
    return {
      problem: {
        message: `Pandoc keeps the last of two ids, #${last.value}, and drops #${id}`,
        place: { uri, range },
        severity: 'warning',
      },
      fix: {
        title: `Remove #${id}`,
        edits: [{ range: withSpace(document.text, source, range), newText: '' }],
        isChoice: true,
      },
    } satisfies Miss;
  });
}

/** A dot is a letter of an id, so that `{#c-a.claim}` has an id and no class. */
function gluedClass(uri: string, { id, form }: Attributed, { classes }: Vocabulary): Miss[] {
  const match = form === 'markdown' && id ? /^(.+)\.([\w-]+)$/.exec(id.value) : null;
  const [, own = '', kind = ''] = match ?? [];
  if (!id || !classes.has(kind)) return [];
  const at = id.range.start + own.length;
  return [
    {
      problem: {
        message: `Pandoc reads “${id.value}” as one id; put a space before .${kind}`,
        place: { uri, range: id.range },
      },
      fix: {
        title: `Write #${own} .${kind}`,
        edits: [{ range: { start: at, end: at }, newText: ' ' }],
      },
    },
  ];
}

/** `::: .claim` opens a div whose class is `.claim`. */
function dottedClass(
  uri: string,
  { classes, carrier }: Attributed,
  vocabulary: Vocabulary,
): Miss[] {
  const [token] = classes;
  const name = token?.name.replace(/^\./, '') ?? '';
  if (!token || carrier !== 'div' || token.name === name || !vocabulary.classes.has(name))
    return [];
  const { start } = token.range;
  return [
    {
      problem: {
        message: `Pandoc takes “.${name}” with its dot for the class; without braces a fence needs none`,
        place: { uri, range: token.range },
      },
      fix: { title: `Write ${name}`, edits: [{ range: { start, end: start + 1 }, newText: '' }] },
    },
  ];
}
