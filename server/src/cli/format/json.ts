import { LineIndex } from '../../core/text/lineIndex';
import type { CheckReport } from './report';

/** The report for programs; its shape is a contract, its version says which. */
export function formatJson({ files, findings, counts, summary }: CheckReport): string {
  const lines = new Map<string, LineIndex>();
  const report = {
    version: 1,
    files,
    findings: findings.map(({ finding, file, text }) => {
      const index = lines.get(file) ?? new LineIndex(text);
      lines.set(file, index);
      const at = (offset: number) => ({ ...index.positionAt(offset), offset });
      const { rule, severity, place, message, element } = finding;
      const range = { start: at(place.range.start), end: at(place.range.end) };
      return {
        rule,
        severity,
        file,
        range,
        message,
        ...(element === undefined ? {} : { element }),
      };
    }),
    summary: { ...counts, ...summary },
  };
  return `${JSON.stringify(report, undefined, 2)}\n`;
}
