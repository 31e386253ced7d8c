import type { Project } from '../project';
import { libraryOf } from './bibliography';
import { pseudonymsOf } from './pseudonyms';

/**
 * Asks for the files outside the manuscript that rules will ask for, so that they can be read before these run. What is
 * forgotten here is read all the same, but the rules have to run twice then.
 */
export function gatherSources(project: Project): void {
  libraryOf(project);
  pseudonymsOf(project);
}
