import {
  SemanticTokensBuilder,
  type Range,
  type SemanticTokens,
  type SemanticTokensDelta,
  type SemanticTokensLegend,
  type SemanticTokensOptions,
} from 'vscode-languageserver';
import {
  TOKEN_MODIFIERS,
  TOKEN_TYPES,
  tokensIn,
  type Token,
} from '../../core/features/reading/tokens';
import { normalizeUri } from '../../core/project';
import type { LineIndex } from '../../core/text/lineIndex';
import { projectSoon, type Context } from '../context';

/** What every editor knows how to colour (LSP 3.17 §SemanticTokenTypes). */
const STANDARD: Readonly<Record<Token['type'], string>> = {
  kind: 'type',
  id: 'variable',
  attribute: 'property',
  value: 'string',
  reference: 'parameter',
};

/**
 * The semantic tokens that the server gives.
 * @param ownTypes whether the client knows the types of Warrant's own, which no theme colours like code
 */
export function tokenOptions(ownTypes: boolean): SemanticTokensOptions {
  const own = (type: string): string => `warrant${type.charAt(0).toUpperCase()}${type.slice(1)}`;
  const legend: SemanticTokensLegend = {
    tokenTypes: TOKEN_TYPES.map((type) => (ownTypes ? own(type) : STANDARD[type])),
    tokenModifiers: [...TOKEN_MODIFIERS],
  };
  return { legend, range: true, full: { delta: true } };
}

/** Answers with semantic tokens, and with what has changed in them since (LSP 3.17 §Semantic Tokens). */
export class TokenAnswers {
  /** What was answered last about a document. */
  readonly #builders = new Map<string, SemanticTokensBuilder>();

  /** All tokens of a document; with the name of the last answer, what has changed since. */
  async full(
    context: Context,
    uri: string,
    previous?: string,
  ): Promise<SemanticTokens | SemanticTokensDelta> {
    const known = normalizeUri(uri);
    const builder = this.#builders.get(known) ?? new SemanticTokensBuilder();
    this.#builders.set(known, builder);
    // Builds anew; the tokens before are kept for the comparison.
    builder.previousResult(previous ?? '');
    await push(context, known, undefined, builder);
    return previous === undefined ? builder.build() : builder.buildEdits();
  }

  /** The tokens of a part of a document. */
  async inRange(context: Context, uri: string, range: Range): Promise<SemanticTokens> {
    const builder = new SemanticTokensBuilder();
    await push(context, normalizeUri(uri), range, builder);
    return builder.build();
  }

  /** A document was closed. */
  closed(uri: string): void {
    this.#builders.delete(uri);
  }
}

async function push(
  { workspace }: Context,
  uri: string,
  range: Range | undefined,
  builder: SemanticTokensBuilder,
): Promise<void> {
  const { project, isWhole } = await projectSoon(workspace, uri);
  const document = project.file(uri)?.facts.current;
  if (!document) return;
  const { lines, length } = document;
  const part = range
    ? { start: lines.offsetAt(range.start), end: lines.offsetAt(range.end) }
    : { start: 0, end: length };
  for (const token of tokensIn(project, uri, part)) {
    // What seems to lead nowhere may lead into a file that was not read yet.
    const said = token.modifiers.filter((one) => isWhole || one !== 'unresolved');
    const modifiers = said.reduce((bits, one) => bits | (1 << TOKEN_MODIFIERS.indexOf(one)), 0);
    const type = TOKEN_TYPES.indexOf(token.type);
    for (const { line, character, length: size } of onLines(token, lines)) {
      builder.push(line, character, size, type, modifiers);
    }
  }
}

/** A token, line by line: few clients take one that goes over several. */
function onLines({ range }: Token, lines: LineIndex) {
  const start = lines.positionAt(range.start);
  const end = lines.positionAt(range.end);
  const pieces: { line: number; character: number; length: number }[] = [];
  for (let { line } = start; line <= end.line; line++) {
    const character = line === start.line ? start.character : 0;
    const to = line === end.line ? end.character : lines.lineText(line).trimEnd().length;
    if (to > character) pieces.push({ line, character, length: to - character });
  }
  return pieces;
}
