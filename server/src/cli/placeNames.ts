import type { PlaceNames } from '../core/exports/rows/rowData';
import type { Project } from '../core/project';
import { LineIndex } from '../core/text/lineIndex';
import type { Environment } from './environment';
import { displayName } from './inputs';

/** Places of a manuscript, those in `warrant.yaml` too, by the names that the user would give to files. */
export function placeNames(project: Project, { cwd }: Environment): PlaceNames {
  const { config } = project;
  const ofConfig = config && new LineIndex(config.text);
  return ({ uri, range }) => {
    const lines = project.file(uri)?.facts.lines ?? (config?.uri === uri ? ofConfig : undefined);
    return lines && { file: displayName(uri, cwd), ...lines.positionAt(range.start) };
  };
}
