import { styleText } from 'node:util';
import type { Severity } from '../../core/config';
import { LineIndex } from '../../core/text/lineIndex';
import { excerpt, printable } from './excerpt';
import type { CheckReport, FormatOptions, ReportedFinding } from './report';

type Paint = (style: Parameters<typeof styleText>[0], text: string) => string;

const STYLES = {
  error: 'red',
  warning: 'yellow',
  information: 'cyan',
  hint: 'gray',
} as const satisfies Record<Severity, string>;

/** The report for people: file by file, each finding with its line and a caret under the words that it is about. */
export function formatText(report: CheckReport, { colour }: FormatOptions): string {
  const paint: Paint = (style, text) => (colour ? styleText(style, text) : text);
  const byFile = new Map<string, ReportedFinding[]>();
  for (const reported of report.findings) {
    const list = byFile.get(reported.file);
    if (list) list.push(reported);
    else byFile.set(reported.file, [reported]);
  }
  const blocks = [...byFile].map(([file, findings]) => {
    const lines = new LineIndex(findings[0]?.text ?? '');
    const entries = findings.map(({ finding, related }) => {
      const { line, character } = lines.positionAt(finding.place.range.start);
      const where = `${printable(file)}:${line + 1}:${character + 1}`;
      const severity = paint([STYLES[finding.severity], 'bold'], finding.severity);
      const head = `${where} ${severity} ${printable(finding.message)} ${paint('gray', `[${finding.rule}]`)}`;
      return [
        head,
        ...excerpt(
          lines,
          finding.place.range,
          (text) => paint(STYLES[finding.severity], text),
          (text) => paint('gray', text),
        ),
        ...relatedLines(related, (text) => paint('gray', text)),
      ].join('\n');
    });
    return entries.join('\n\n');
  });
  return [...blocks, closing(report, paint)].join('\n\n') + '\n';
}

/** As many places as a reader looks at. */
const MAX_RELATED = 5;

/** Where else a finding sends its reader. */
function relatedLines(
  related: ReportedFinding['related'],
  dim: (text: string) => string,
): string[] {
  const lines = related
    .slice(0, MAX_RELATED)
    .map(({ message, file, line, character }) =>
      dim(`   ${printable(message)}: ${printable(file)}:${line + 1}:${character + 1}`),
    );
  const more = related.length - lines.length;
  return more > 0 ? [...lines, dim(`   and ${plural(more, 'more place')}`)] : lines;
}

function closing({ files, counts, summary }: CheckReport, paint: Paint): string {
  const total = counts.error + counts.warning + counts.information + counts.hint;
  const parts = [
    plural(counts.error, 'error'),
    plural(counts.warning, 'warning'),
    plural(counts.information, 'information', 'information'),
    ...(counts.hint > 0 ? [plural(counts.hint, 'hint')] : []),
  ];
  const verdict =
    total === 0
      ? paint('green', `No findings in ${plural(files, 'file')}`)
      : paint(
          'bold',
          `${plural(total, 'finding')} in ${plural(files, 'file')}: ${parts.join(', ')}`,
        );
  const { claims, supported, evidence, mechanisms, constructs } = summary;
  if (claims + evidence + mechanisms + constructs === 0) return verdict;
  const holds = [
    `${plural(claims, 'claim')} (${supported} supported)`,
    plural(evidence, 'piece of evidence', 'pieces of evidence'),
    plural(mechanisms, 'mechanism'),
    plural(constructs, 'construct'),
  ];
  return `${verdict}\n${holds.join(', ')}`;
}

function plural(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}
