import { documentAt, type ProjectFile } from '../../../project';
import type { SyntaxDocument } from '../../../syntax';
import type { Block } from '../../rule';

/** The document in which a block stands, for who looks at the block and at what is around it only. */
export function documentOf({ leaves, failedAttributes }: Block, file: ProjectFile): SyntaxDocument {
  let start = Infinity;
  let end = 0;
  for (const list of [leaves, failedAttributes]) {
    start = Math.min(start, list[0]?.range.start ?? start);
    end = Math.max(end, list[list.length - 1]?.range.end ?? end);
  }
  return documentAt(file, { start: Math.min(start, end), end });
}
