import type { Project } from '../../project';

/** The text of a manuscript or of `warrant.yaml`. */
export function textOf(project: Project, uri: string): string | undefined {
  const { config } = project;
  return config?.uri === uri ? config.text : project.file(uri)?.facts.document.text;
}
