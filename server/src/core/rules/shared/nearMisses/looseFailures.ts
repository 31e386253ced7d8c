import type { ProjectFile } from '../../../project';
import { parse, type FailedAttributes, type SyntaxDocument } from '../../../syntax';
import type { Block } from '../../rule';
import { documentOf } from './blockDocument';

/** What stands before the braces of an image or a link. */
const AFTER_TARGET = /\]\([^()\n]{0,500}\)(?=\{)/g;

/** Attributes are not longer than this. */
const MAX_LENGTH = 2_000;

/** Braces after an image or a link, or at the end of a caption, that look like attributes and are none to Pandoc. */
export function looseFailures(block: Block, file: ProjectFile): FailedAttributes[] {
  const { leaves, elements } = block;
  const document = documentOf(block, file);
  let read: Set<number | undefined> | undefined;
  return leaves.flatMap(({ kind, range }) => {
    const written = document.slice(range.start, range.end);
    if (kind !== 'caption' && !written.includes('){')) return [];
    const starts = (read ??= new Set(elements.map(({ attributeRange }) => attributeRange?.start)));
    const places = [...written.matchAll(AFTER_TARGET)].map(
      ({ 0: target, index }) => range.start + index + target.length,
    );
    if (kind === 'caption' && /\{[^{}]*\}?\s*$/.test(written)) {
      places.push(range.start + written.lastIndexOf('{'));
    }
    return places
      .filter((start) => !starts.has(start))
      .flatMap((start) => failureAt(document, start, range.end));
  });
}

/** How Pandoc fails to read the braces at an offset as attributes of what stands before them. */
function failureAt(document: SyntaxDocument, start: number, end: number): FailedAttributes[] {
  const span = '[x]';
  const braces = document.slice(start, Math.min(end, start + MAX_LENGTH));
  const [failed] = parse(span + braces).failedAttributes;
  if (failed?.range.start !== span.length) return [];
  const moved = ({ range, faultRange, reason, carrier }: FailedAttributes): FailedAttributes => ({
    reason,
    carrier,
    range: shifted(range, start - span.length),
    faultRange: shifted(faultRange, start - span.length),
  });
  return [moved(failed)];
}

function shifted(range: FailedAttributes['range'], by: number): FailedAttributes['range'] {
  return { start: range.start + by, end: range.end + by };
}
