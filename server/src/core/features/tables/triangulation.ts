import {
  triangulationByFile,
  triangulationOf,
  triangulationOfAll,
  type Triangulation,
} from '../../sources/triangulation';
import { relativePath, type Project } from '../../project';
import { capitalise, nameOf } from '../naming';
import { joined, numberCell, type Cell, type Table } from './table';

/** Each mechanism, each file of a manuscript of several, and the whole manuscript, with how many sources, kinds of source, informants and parties it rests on. */
export function triangulation(project: Project): Table {
  const mechanisms = project
    .elementsOfKind('mechanism')
    .filter(({ place }) => project.file(place.uri)?.participates !== false);
  const all = triangulationOfAll(project);
  const rows = mechanisms.map((mechanism) => ({
    name: nameOf(mechanism),
    from: triangulationOf(project, mechanism),
  }));
  const files = triangulationByFile(project);
  for (const { uri, from } of files) rows.push({ name: relativePath(project.root, uri), from });
  if (all.evidence > 0) rows.push({ name: 'All evidence', from: all });
  const hasParties = rows.some(({ from }) => from.parties.length > 0);
  return {
    kind: 'triangulation',
    title: 'Triangulation',
    columns: [
      { heading: files.length > 0 ? 'Mechanism or file' : 'Mechanism', share: 30 },
      { heading: 'Evidence', share: 10, isNumber: true },
      { heading: 'Sources', share: 10, isNumber: true },
      { heading: 'Kinds of source', share: 26 },
      { heading: 'Informants', share: 10, isNumber: true },
      ...(hasParties ? [{ heading: 'Parties', share: 14 }] : []),
    ],
    rows: rows.map(({ name, from }) => cells(name, from, hasParties)),
    notes: [],
  };
}

function cells(name: string, from: Triangulation, hasParties: boolean): Cell[] {
  return [
    [name],
    numberCell(from.evidence),
    numberCell(from.sources),
    joined(from.kinds.map(capitalise)),
    numberCell(from.informants),
    ...(hasParties ? [joined(from.parties)] : []),
  ];
}
