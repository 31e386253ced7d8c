import * as vscode from 'vscode';
import type { ProtocolRow } from '../../../server/src/shared/rows';

/** The scheme by which rows ask for a badge; nothing is ever opened by it. */
const SCHEME = 'warrant-missing';

/** What a row shows of what is missing in it and below it. */
export interface MissingBadge {
  /** The resource that is decorated (VS Code API, `FileDecorationProvider`). */
  readonly uri: vscode.Uri;
  readonly words: string;
}

/** The badge of a row; nothing where nothing is missing below it. */
export function missingBadge({ missing, role }: ProtocolRow): MissingBadge | undefined {
  if (missing === 0 || role === 'missing') return undefined;
  const uri = vscode.Uri.from({ scheme: SCHEME, path: `/${missing}` });
  return { uri, words: wordsOf(missing) };
}

/** Shows as a badge on a row how much is missing in it and below it. */
export function registerMissingBadges(): vscode.Disposable {
  return vscode.window.registerFileDecorationProvider({
    provideFileDecoration({ scheme, path }) {
      if (scheme !== SCHEME) return undefined;
      const missing = Number(path.slice(1));
      // A badge has two characters at most.
      return new vscode.FileDecoration(missing > 99 ? '9+' : `${missing}`, wordsOf(missing));
    },
  });
}

function wordsOf(missing: number): string {
  return missing === 1 ? '1 thing is missing' : `${missing} things are missing`;
}
