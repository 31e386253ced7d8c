import type { Project } from '../../project';
import type { Finding, Fix } from '../rule';
import { elementOfFinding, setOn } from './fixing';

/** Names the coded selection that a finding found to have the words of the evidence; nothing where it found none. */
export function nameSelection(finding: Finding, project: Project): readonly Fix[] {
  const element = elementOfFinding(finding, project);
  const { guid } = finding.data;
  if (!element || typeof guid !== 'string') return [];
  return setOn(project, element, `Name the selection ${guid}`, { qda: guid }, { preferred: true });
}
