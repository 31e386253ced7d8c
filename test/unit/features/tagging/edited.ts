import type { WorkspaceEdits } from '../../../../server/src/core/rules';
import { applyEdits } from '../../../../server/src/core/text/textEdit';
import { ROOT } from '../../../tools/memoryFileSystem';
import type { Files } from '../../../tools/project';

/** Files after edits. */
export function edited(files: Files, changes: WorkspaceEdits): Files {
  const after = { ...files };
  for (const [uri, edits] of changes) {
    const path = uri.slice(ROOT.length);
    after[path] = applyEdits(files[path] ?? '', edits);
  }
  return after;
}
