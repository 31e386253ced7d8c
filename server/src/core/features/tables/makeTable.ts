import { holdBack, type Access, type HeldBackProject, type Project } from '../../project';
import { heldBackNotes } from '../heldBackNotes';
import { dataSources } from './dataSources';
import { informants } from './informants';
import { proofQuotes } from './proofQuotes';
import { propositions } from './propositions';
import type { Table, TableKind } from './table';
import { triangulation } from './triangulation';

const MAKERS: Readonly<Record<TableKind, (project: Project) => Table>> = {
  'proof-quotes': proofQuotes,
  sources: dataSources,
  informants,
  triangulation,
  propositions,
};

/**
 * Makes a table from the tags and the declared sources of a project. The same project gives the same table.
 * @param include the strictest access that its readers have
 */
export function makeTable(project: Project, kind: TableKind, include: Access = 'open'): Table {
  const shown = holdBack(project, include);
  const table = makeShownTable(shown, kind);
  return { ...table, notes: [...table.notes, ...heldBackNotes(shown.heldBack)] };
}

/** The same from what its readers may see; what was held back is for the caller to say. */
export function makeShownTable(shown: HeldBackProject, kind: TableKind): Table {
  return MAKERS[kind](shown);
}
