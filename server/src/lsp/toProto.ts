import {
  DiagnosticSeverity,
  type AnnotatedTextEdit,
  type ChangeAnnotation,
  type Diagnostic,
  type Location,
  type Range,
  type TextDocumentEdit,
  type TextEdit as ProtoTextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import type { Severity } from '../core/config';
import type { Place } from '../core/model';
import type { Finding, WorkspaceEdits } from '../core/rules';
import type { LineIndex } from '../core/text/lineIndex';
import type { TextRange } from '../core/text/range';
import type { TextEdit } from '../core/text/textEdit';
import type { ClientFiles, Context } from './context';

/** Severity by meaning; a hint has no squiggle (LSP 3.17 §DiagnosticSeverity). */
const SEVERITIES = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
} as const satisfies Record<Severity, DiagnosticSeverity>;

/** A range as lines and characters. */
export function toRange(range: TextRange, lines: LineIndex): Range {
  return { start: lines.positionAt(range.start), end: lines.positionAt(range.end) };
}

/** A place as a location; nothing where its file cannot be read. */
export function toLocation({ uri, range }: Place, files: ClientFiles): Location | undefined {
  const file = files(uri);
  return file && { uri: file.uri, range: toRange(range, file.lines) };
}

/** An edit of one file. */
export function toTextEdit({ range, newText }: TextEdit, lines: LineIndex): ProtoTextEdit {
  return { range: toRange(range, lines), newText };
}

/** Edits of several files; files that cannot be read are left out. */
export function toWorkspaceEdit(edits: WorkspaceEdits, files: ClientFiles): WorkspaceEdit {
  const changes: Record<string, ProtoTextEdit[]> = {};
  for (const [uri, list] of edits) {
    const file = files(uri);
    if (file) changes[file.uri] = list.map((edit) => toTextEdit(edit, file.lines));
  }
  return { changes };
}

/** Labels for what edits are about (LSP 3.17 §ChangeAnnotation). */
export type Annotations<Role extends string> = Readonly<Record<Role, ChangeAnnotation>>;

/**
 * Edits of several files as the client takes them: of documents of the version that was read, with what they are about,
 * or else plain ones. Files that cannot be read are left out.
 */
export function toVersionedEdit<Role extends string>(
  edits: ReadonlyMap<string, readonly (TextEdit & { readonly role: Role })[]>,
  files: ClientFiles,
  { version, support }: Pick<Context, 'version' | 'support'>,
  annotations: Annotations<Role>,
): WorkspaceEdit {
  if (!support.documentChanges) return toWorkspaceEdit(edits, files);
  const used = new Set<Role>();
  const documentChanges = [...edits].flatMap(([uri, list]): TextDocumentEdit[] => {
    const file = files(uri);
    if (!file) return [];
    const changes = list.map(({ role, ...edit }): ProtoTextEdit | AnnotatedTextEdit => {
      const plain = toTextEdit(edit, file.lines);
      if (!support.changeAnnotations) return plain;
      used.add(role);
      return { ...plain, annotationId: role };
    });
    return [{ textDocument: { uri: file.uri, version: version(uri) ?? null }, edits: changes }];
  });
  const changeAnnotations = Object.fromEntries([...used].map((role) => [role, annotations[role]]));
  return { documentChanges, ...(used.size > 0 ? { changeAnnotations } : {}) };
}

/** A finding as a diagnostic (LSP 3.17 §Diagnostic). */
export function toDiagnostic(
  finding: Finding,
  files: ClientFiles,
  documentation: (rule: string) => string | undefined,
): Diagnostic | undefined {
  const location = toLocation(finding.place, files);
  if (!location) return undefined;
  const href = documentation(finding.rule);
  const related = finding.related.flatMap(({ message, place }) => {
    const there = toLocation(place, files);
    return there ? [{ message, location: there }] : [];
  });
  return {
    range: location.range,
    severity: SEVERITIES[finding.severity],
    code: finding.rule,
    ...(href ? { codeDescription: { href } } : {}),
    source: 'warrant',
    message: finding.message,
    ...(related.length > 0 ? { relatedInformation: related } : {}),
  };
}

/** Whether two diagnostics say the same of the same place. */
export function isSameDiagnostic(a: Diagnostic, b: Diagnostic): boolean {
  if (a === b) return true;
  const [others, own] = [a.relatedInformation ?? [], b.relatedInformation ?? []];
  return (
    isSameRange(a.range, b.range) &&
    a.code === b.code &&
    a.severity === b.severity &&
    a.message === b.message &&
    others.length === own.length &&
    others.every((one, index) => {
      const other = own[index];
      return (
        one.message === other?.message &&
        one.location.uri === other.location.uri &&
        isSameRange(one.location.range, other.location.range)
      );
    })
  );
}

/** Whether two ranges begin and end at the same positions. */
export function isSameRange(a: Range, b: Range): boolean {
  return (
    a.start.line === b.start.line &&
    a.start.character === b.start.character &&
    a.end.line === b.end.line &&
    a.end.character === b.end.character
  );
}
