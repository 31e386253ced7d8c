import {
  attributeOf,
  elementOfNode,
  termOf,
  valueOf,
  type Element,
  type Project,
} from '../../project';
import { count } from '../markdown';
import { joined, type Cell, type Table } from './table';

const TYPES: ReadonlySet<string> = new Set(['proposition', 'hypothesis']);

/** The propositions and hypotheses with their numbers, and the mechanisms that they report. */
export function propositions(project: Project): Table {
  const claims = project.elementsOfKind('claim').filter((claim) => {
    const isIn = project.file(claim.place.uri)?.participates !== false;
    return isIn && TYPES.has(valueOf(claim, 'type') ?? '');
  });
  const mechanisms = claims.map((claim) => mechanismsOf(project, claim));
  const hasMechanisms = mechanisms.some((own) => own.length > 0);
  const rows = claims.map((claim, index): Cell[] => {
    const label = attributeOf(claim, 'label')?.text ?? '';
    return [
      [label],
      [withoutLabel(claim.text, label)],
      ...(hasMechanisms ? [joined(mechanisms[index] ?? [])] : []),
    ];
  });
  const bare = claims.filter((claim) => attributeOf(claim, 'label') === undefined).length;
  return {
    kind: 'propositions',
    title: 'Propositions',
    columns: [
      { heading: 'No.', share: 8 },
      { heading: 'Proposition', share: 66 },
      ...(hasMechanisms ? [{ heading: 'Mechanism', share: 26 }] : []),
    ],
    rows,
    notes: bare > 0 ? [`${count(bare, 'proposition')} without a number (label=)`] : [],
  };
}

function mechanismsOf(project: Project, claim: Element): string[] {
  return project.linksFrom(claim, 'reports').flatMap(({ to }) => {
    const mechanism = elementOfNode(to);
    return mechanism ? [termOf(mechanism)] : [];
  });
}

/** A text without the number before it, which has a column of its own. */
function withoutLabel(text: string, label: string): string {
  if (label === '' || !text.startsWith(label)) return text;
  const rest = text.slice(label.length);
  return /^\s*[.:)–—-]\s*\S/.test(rest) ? rest.replace(/^\s*[.:)–—-]\s*/, '') : text;
}
