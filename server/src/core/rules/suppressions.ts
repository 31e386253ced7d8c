import type { YamlComment } from '../config';
import type { Place } from '../model';
import type { Project, ProjectFile } from '../project';
import type { Comment, SyntaxDocument } from '../syntax';
import type { TextRange } from '../text/range';
import { nextBlock } from './shared/blocks';

/** A comment by which the author says that a rule is not to be reported, and why. */
export interface Suppression {
  /** The comment, with its marks. */
  readonly place: Place;
  /** The rules that it names. */
  readonly rules: readonly { readonly name: string; readonly place: Place }[];
  /** The part of the file that it covers; `file` for all of it. */
  readonly covers: TextRange | 'file';
  /** Why it has no effect, as the author should read it. */
  readonly fault?: string;
}

/** The suppressions of a manuscript or of `warrant.yaml`, in order. */
export function suppressionsIn(project: Project, uri: string): Suppression[] {
  const file = project.file(uri);
  if (file) return [...read(uri, file.frontMatter.comments, '#'.length), ...readAll(file)];
  const { config } = project;
  return config?.uri === uri ? read(uri, config.comments, '#'.length) : [];
}

function readAll({ uri, facts }: ProjectFile): Suppression[] {
  const document = facts.current;
  const comments = document.blocks
    .flatMap((block) => block.comments)
    .filter(({ place, text }) => place === 'text' && text.includes('warrant-'))
    .map((comment) => ({
      ...comment,
      covers: covered(document, comment) ?? nextBlock(document, comment.range.end),
    }));
  return read(uri, comments, '<!--'.length);
}

/** The lines of a comment that has other text beside it. */
function covered(document: SyntaxDocument, { range }: Comment): TextRange | undefined {
  const { lines } = document;
  const start = lines.offsetAt({ line: lines.positionAt(range.start).line, character: 0 });
  const end = lines.offsetAt({ line: lines.positionAt(range.end).line, character: Infinity });
  const others = document.slice(start, range.start) + document.slice(range.end, end);
  return /[\p{L}\p{N}]/u.test(others.replace(/<!--.*?-->/gs, '')) ? { start, end } : undefined;
}

function read(
  uri: string,
  comments: readonly Pick<YamlComment, 'text' | 'range' | 'covers'>[],
  markLength: number,
): Suppression[] {
  return comments.flatMap(({ text, range, covers }) => {
    const match = /^(\s*warrant-ignore)(-[\w-]*)?(?![\w-])([^:]*)(:[^]*)?$/.exec(text);
    if (!match) return [];
    const [, keyword = '', suffix = '', names = '', reason = ''] = match;
    const namesStart = range.start + markLength + keyword.length + suffix.length;
    const rules = [...names.matchAll(/[^\s,]+/g)].map(({ 0: name, index }) => {
      const start = namesStart + index;
      return { name, place: { uri, range: { start, end: start + name.length } } };
    });
    const fault = faultOf(suffix, rules.length, reason);
    return [
      {
        place: { uri, range },
        rules,
        covers: suffix === '-file' ? 'file' : covers,
        ...(fault === undefined ? {} : { fault }),
      },
    ];
  });
}

function faultOf(suffix: string, rules: number, reason: string): string | undefined {
  if (suffix !== '' && suffix !== '-file') {
    return `“warrant-ignore${suffix}” is nothing that Warrant knows; write warrant-ignore for the next block or warrant-ignore-file for the file`;
  }
  if (rules === 0) {
    return 'This suppression names no rule; write “warrant-ignore RULE: reason”';
  }
  // A reason is words: the placeholder that the quick fix leaves is none.
  return /\p{L}/u.test(reason)
    ? undefined
    : 'This suppression has no effect without a reason; write it after the name of the rule, behind a colon';
}
