import type { Project } from '../../project';
import { dataSources } from './dataSources';
import { informants } from './informants';
import { proofQuotes } from './proofQuotes';
import { propositions } from './propositions';
import type { Table, TableKind } from './table';

const MAKERS: Readonly<Record<TableKind, (project: Project) => Table>> = {
  'proof-quotes': proofQuotes,
  sources: dataSources,
  informants,
  propositions,
};

/** Makes a table from the tags and the declared sources of a project. The same project gives the same table. */
export function makeTable(project: Project, kind: TableKind): Table {
  return MAKERS[kind](project);
}
