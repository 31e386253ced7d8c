import { attributeName } from '../../model';
import type { Attributed, AttributeToken } from '../../syntax';
import type { TextEdit } from '../../text/textEdit';

/** Attributes to write, in this order, by name. */
export type AttributeValues = Readonly<Record<string, string>>;

/** A bare value that reads the same in every dialect of Markdown. */
const BARE = /^[\p{L}\p{N}](?:[\p{L}\p{N}_.:/-]*[\p{L}\p{N}_-])?$/u;

/**
 * Writes attributes on a carrier; what is there already under that name (or as `data-` name) is replaced.
 * A bare `::: claim` gets braces. Values are quoted as Pandoc or HTML wants it; an empty one is a place to fill in.
 * @param text the document that `source` is part of
 * @returns edits that do not overlap; none for a carrier that has no attribute block, and none for a value in quotation
 *   marks inside a quoted text of the front matter, where it would end that text
 */
export function setAttributes(
  text: string,
  source: Attributed,
  values: AttributeValues,
): TextEdit[] {
  const edits: TextEdit[] = [];
  const fresh: string[] = [];
  if (isInQuotedYaml(text, source) && !Object.values(values).every((value) => BARE.test(value))) {
    return [];
  }
  for (const [name, value] of Object.entries(values)) {
    const existing = written(source, name)[0];
    if (existing) edits.push({ range: existing.range, newText: pair(source, existing.key, value) });
    else fresh.push(pair(source, name, value));
  }
  return [...edits, ...insert(text, source, fresh)];
}

/**
 * Adds items to a list attribute, keeping what is there as it is written; items that it holds already are left out.
 * @param separator what stands between two items: a space for references, `; ` for phrases
 */
export function addToList(
  text: string,
  source: Attributed,
  name: string,
  items: readonly string[],
  separator: ' ' | '; ' = ' ',
): TextEdit[] {
  const existing = written(source, name);
  const present = new Set(
    existing.flatMap(({ value }) => value.split(/[\s,;]+/).map(withoutSigil)),
  );
  const added = items.filter((item) => !present.has(withoutSigil(item)));
  const [first] = existing;
  if (added.length === 0) return [];
  if (!first) return setAttributes(text, source, { [name]: added.join(separator) });
  if (first.quote === '' || first.value.trim() === '') {
    const all = [first.value, ...added].filter((item) => item.trim() !== '');
    return setAttributes(text, source, { [name]: all.join(separator) });
  }
  const raw = text.slice(first.valueRange.start, first.valueRange.end);
  const glue = /\s$/.test(raw) ? '' : raw.endsWith(';') ? ' ' : separator;
  const at = first.valueRange.end;
  const newText = glue + escape(source, added.join(separator), first.quote);
  return [{ range: { start: at, end: at }, newText }];
}

/** Removes an attribute, every time that it is written, with the white space before it. */
export function removeAttribute(text: string, source: Attributed, name: string): TextEdit[] {
  return written(source, name).map(({ range: { start, end } }) => {
    const before = text.slice(0, start).length - text.slice(0, start).trimEnd().length;
    const opens = text[start - before - 1] === '{';
    const after = opens ? text.slice(end).length - text.slice(end).trimStart().length : 0;
    return { range: { start: start - (opens ? 0 : before), end: end + after }, newText: '' };
  });
}

/** Gives a carrier an id; one that has an id already keeps it, and there is no edit. */
export function addId(text: string, source: Attributed, id: string): TextEdit[] {
  if (source.id) return [];
  return source.form === 'html'
    ? setAttributes(text, source, { id })
    : insert(text, source, [`#${id}`]);
}

function written(source: Attributed, name: string): AttributeToken[] {
  return source.attributes.filter(({ key }) => attributeName(key) === name);
}

function withoutSigil(reference: string): string {
  return reference.replace(/^#/, '');
}

function pair(source: Attributed, key: string, value: string): string {
  const folded = value.replace(/\s+/g, ' ').trim();
  if (source.form === 'markdown' && BARE.test(folded)) return `${key}=${folded}`;
  return `${key}="${escape(source, folded, '"')}"`;
}

/** What must not be read as the end of a value, an escape or a character reference, written so that it is not. */
function escape({ form }: Attributed, value: string, quote: string): string {
  if (form === 'html') {
    const entity = quote === '"' ? '&quot;' : '&#39;';
    return value.replace(/&/g, '&amp;').replaceAll(quote, entity);
  }
  return value.replace(/[\\&]/g, '\\$&').replaceAll(quote, `\\${quote}`);
}

/** Whether a carrier stands in a text of the front matter that has quotation marks around it. */
function isInQuotedYaml(text: string, { context, range }: Attributed): boolean {
  if (context !== 'metadata') return false;
  const before = text.slice(0, range.start);
  const [style] = [...before.matchAll(/^[ \t-]*[\w-]+:[ \t]+(["'|>]?)/gm)].slice(-1);
  return style?.[1] === '"' || style?.[1] === "'";
}

/** Puts further attributes at the end of the block. */
function insert(text: string, source: Attributed, fresh: readonly string[]): TextEdit[] {
  if (fresh.length === 0) return [];
  const block = source.attributeRange;
  const written = block ? text.slice(block.start, block.end) : '';
  const end = /\s*(?:\/?>|\})$/.exec(written);
  if (block && end && /^[{<]/.test(written)) {
    const at = block.start + end.index;
    const glue = written.slice(0, end.index) === '{' ? '' : ' ';
    return [{ range: { start: at, end: at }, newText: glue + fresh.join(' ') }];
  }
  const [bare] = source.classes;
  if (source.carrier !== 'div' || source.form !== 'markdown' || !bare) return [];
  return [{ range: bare.range, newText: `{.${bare.name} ${fresh.join(' ')}}` }];
}
