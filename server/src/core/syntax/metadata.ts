import {
  isMap,
  isScalar,
  Lexer,
  type Pair,
  parseDocument,
  type Scalar,
  visit,
  type YAMLMap,
} from 'yaml';
import type { Span } from './attributes';
import { indexBefore, skipSpaces } from './characters';
import { parseYaml } from './lenientYaml';
import type { Comment } from './types';
import { type Container, ContainerBuilder } from './source';

/** A string of YAML metadata, which Pandoc reads as Markdown. */
export interface MetadataString {
  readonly text: Container;
  /** Whether it is read as blocks; other strings are one run of inline text. */
  readonly isBlocks: boolean;
}

/** What could be markup; strings without any of it are not worth reading. */
const maybeMarkup = /[[@<#{`]|:::/;

/** The strings in a YAML block that may hold markup (Pandoc manual, `yaml_metadata_block`); none where it is no YAML. */
export function metadataStrings(container: Container, { start, end }: Span): MetadataString[] {
  const yaml = container.text.slice(start, end);
  if (!maybeMarkup.test(yaml)) return [];
  const strings: MetadataString[] = [];
  const read = (scalar: Scalar): void => {
    const { range, value } = scalar;
    if (!range || typeof value !== 'string' || !maybeMarkup.test(value)) return;
    const builder = new ContainerBuilder(container);
    const at = { start: start + range[0], end: start + range[1] };
    const isBlockScalar = scalar.type === 'BLOCK_LITERAL' || scalar.type === 'BLOCK_FOLDED';
    if (isBlockScalar) addBlockLines(builder, container.text, at, scalar.type === 'BLOCK_FOLDED');
    else addFlowLines(builder, container.text, at, scalar.type ?? 'PLAIN');
    if (builder.isEmpty) return;
    strings.push({ text: builder.build(), isBlocks: isBlockScalar && value.endsWith('\n') });
  };
  const lastPairs = new LastPairs();
  try {
    const document = parseYaml(yaml);
    visit(document, {
      Pair: (_, pair, path) => {
        const map = path.at(-1);
        if (isIgnored(pair.key)) return visit.SKIP;
        if (isMap(map) && lastPairs.isRepeated(map, pair)) return visit.SKIP;
        if (isScalar(pair.value)) read(pair.value);
        return undefined;
      },
      Seq: (_, sequence) => {
        for (const item of sequence.items) if (isScalar(item)) read(item);
      },
    });
  } catch {
    return [];
  }
  return strings;
}

/** Whether a key ends with an underscore: Pandoc leaves such fields to other programs. */
export function isIgnored(key: unknown): boolean {
  return isScalar(key) && (key.source ?? '').endsWith('_');
}

/** Whether Pandoc takes YAML for metadata: a mapping or nothing. It refuses broken YAML altogether. */
export function isMetadata(yaml: string): boolean {
  try {
    const { contents, errors } = parseDocument(yaml, { logLevel: 'silent', uniqueKeys: false });
    if (contents === null || isMap(contents) || errors.length > 0) return true;
    return isScalar(contents) && contents.value === null;
  } catch {
    return true;
  }
}

/** For each map, the last value of each key: it counts where a key comes again. */
class LastPairs {
  readonly #maps = new Map<YAMLMap, Map<unknown, unknown>>();

  isRepeated(map: YAMLMap, pair: Pair): boolean {
    let last = this.#maps.get(map);
    if (last === undefined) {
      last = new Map();
      for (const item of map.items) if (isScalar(item.key)) last.set(item.key.value, item);
      this.#maps.set(map, last);
    }
    return isScalar(pair.key) && last.get(pair.key.value) !== pair;
  }
}

/** The `#` comments of a YAML block, with offsets into the container's text. */
export function yamlComments(
  container: Container,
  { start, end }: Span,
): { readonly at: Span; readonly text: string }[] {
  const yaml = container.text.slice(start, end);
  if (!yaml.includes('#')) return [];
  const comments: { readonly at: Span; readonly text: Comment['text'] }[] = [];
  let offset = start;
  let previous = '';
  for (const lexeme of new Lexer().lex(yaml)) {
    const isControl = lexeme === '\u0002' || lexeme === '\u0018' || lexeme === '\u001f';
    if (!isControl) {
      if (lexeme.startsWith('#') && previous !== '\u001f') {
        comments.push({
          at: { start: offset, end: offset + lexeme.length },
          text: lexeme.slice(1),
        });
      }
      offset += lexeme.length;
    }
    previous = lexeme;
  }
  return comments;
}

/** The lines of a block scalar without their indentation; folding makes a blank line a mere line break. */
function addBlockLines(
  builder: ContainerBuilder,
  text: string,
  { start, end }: Span,
  isFolded: boolean,
): void {
  let at = text.indexOf('\n', start) + 1;
  let indent = -1;
  while (at > 0 && at < end) {
    const newline = indexBefore(text, '\n', at, end);
    const lineStop = newline < 0 ? end : newline;
    const content = skipSpaces(text, at, lineStop);
    if (content === lineStop) {
      if (!isFolded) builder.addLine(lineStop, lineStop);
    } else {
      if (indent < 0) indent = content - at;
      builder.addLine(Math.min(at + indent, content), lineStop);
    }
    at = lineStop + 1;
  }
}

/** The lines of a plain or quoted scalar without the blanks around them; escapes are cut out. */
function addFlowLines(
  builder: ContainerBuilder,
  text: string,
  { start, end }: Span,
  type: Scalar.Type,
): void {
  const isQuoted = type === 'QUOTE_DOUBLE' || type === 'QUOTE_SINGLE';
  const last = isQuoted ? end - 1 : end;
  let at = isQuoted ? start + 1 : start;
  while (at <= last) {
    const newline = indexBefore(text, '\n', at, last);
    const lineStop = newline < 0 ? last : newline;
    const from = at === start + 1 ? at : skipSpaces(text, at, lineStop);
    if (from < lineStop) builder.addPieces(unescapedPieces(text, from, lineStop, type));
    at = lineStop + 1;
  }
}

/** What is left of a line when the marks of escapes are taken out: `\"` and `''` are one character each. */
function unescapedPieces(text: string, start: number, end: number, type: Scalar.Type): Span[] {
  const mark = type === 'QUOTE_DOUBLE' ? '\\' : type === 'QUOTE_SINGLE' ? "'" : '';
  const pieces: Span[] = [];
  let from = start;
  if (mark !== '') {
    for (
      let at = indexBefore(text, mark, start, end);
      at >= 0;
      at = indexBefore(text, mark, at + 2, end)
    ) {
      pieces.push({ start: from, end: at });
      from = at + 1;
    }
  }
  pieces.push({ start: from, end });
  return pieces;
}
