import * as vscode from 'vscode';
import type { ProtocolRow } from '../../../server/src/shared/rows';

/** Icons by role, from VS Code's own set. */
const ICONS: Readonly<Record<ProtocolRow['role'], string>> = {
  mechanism: 'gear',
  trigger: 'zap',
  step: 'debug-step-over',
  outcome: 'target',
  evidence: 'quote',
  'counter-evidence': 'thumbsdown',
  test: 'beaker',
  claim: 'comment',
  premise: 'arrow-small-right',
  warrant: 'link',
  rebuttal: 'git-compare',
  gap: 'question',
  construct: 'symbol-class',
  definition: 'book',
  use: 'symbol-reference',
  drift: 'arrow-swap',
  source: 'person',
  work: 'library',
  fork: 'git-branch',
  group: 'list-tree',
  file: 'file',
  section: 'symbol-string',
  summary: 'graph',
  missing: 'circle-large-outline',
};

/** Shapes for what must be told without colours as well. */
const SHAPES: Readonly<Partial<Record<NonNullable<ProtocolRow['state']>, string>>> = {
  supported: 'pass',
  unsupported: 'warning',
  contested: 'comment-unresolved',
  'admitted-gap': 'question',
  passed: 'pass',
  failed: 'error',
};

const WARNING = new vscode.ThemeColor('problemsWarningIcon.foreground');
const FAILED = new vscode.ThemeColor('testing.iconFailed');
const PASSED = new vscode.ThemeColor('testing.iconPassed');
const QUIET = new vscode.ThemeColor('disabledForeground');

const COLOURS: Readonly<Record<NonNullable<ProtocolRow['state']>, vscode.ThemeColor>> = {
  supported: PASSED,
  unsupported: WARNING,
  contested: WARNING,
  'admitted-gap': WARNING,
  passed: PASSED,
  failed: FAILED,
  unused: QUIET,
};

/** What is complete looks like its role; where something is missing, here or below, the icon warns. */
export function iconOf({ role, state, missing }: ProtocolRow): vscode.ThemeIcon {
  const shape = state === undefined ? undefined : SHAPES[state];
  const colour = state ? COLOURS[state] : missing > 0 ? WARNING : undefined;
  return new vscode.ThemeIcon(shape ?? ICONS[role], colour);
}
