import { elementNodeKey, nodeKey, type Element, type Project } from '../../project';
import { addToList } from '../../rules/shared/tagEdits';
import { linkElements } from '../linkTags';
import { nameOf } from '../naming';
import { linkAttribute, type Stance } from '../tagging/linkAttribute';
import { refuse, retagging, type Refusal, type Retagging } from '../tagging/result';
import { unlink } from '../unlinkTags';

/** A link of a matrix, by the keys of its ends. */
export interface MatrixLink {
  /** The claim, mechanism or step. */
  readonly row: string;
  /** The piece of evidence, or the cited work. */
  readonly evidence: string;
  readonly stance: Stance;
}

const GONE = refuse('What was to be linked is there no more');

/** Makes a link, with the attribute of one of its ends; what is linked so already is refused. */
export function addLink(project: Project, asked: MatrixLink): Retagging | Refusal {
  const row = elementOf(project, asked.row);
  if (!row) return GONE;
  if (asked.evidence.startsWith('@')) return cite(project, row, asked);
  const evidence = elementOf(project, asked.evidence);
  return evidence ? linkElements(project, [evidence], row, asked.stance) : GONE;
}

/** Takes a link back, wherever it is written, or says why it cannot be. */
export function removeLink(project: Project, asked: MatrixLink): Retagging | Refusal {
  const row = elementOf(project, asked.row);
  const link = row && linkOf(project, row, asked);
  return link ? unlink(project, link) : refuse('This link is there no more');
}

function linkOf(project: Project, row: Element, { evidence, stance }: MatrixLink) {
  const kind = stance === 'for' ? 'supports' : 'challenges';
  return project.linksTo(row, kind).find(({ from }) => nodeKey(from) === evidence);
}

/** Rests a claim, mechanism or step on a work: the reference can stand on its own tag only. */
function cite(project: Project, row: Element, asked: MatrixLink): Retagging | Refusal {
  const { evidence, stance } = asked;
  const { tag } = row;
  if (linkOf(project, row, asked)) {
    return refuse(`${nameOf(row)} and ${evidence} are linked already`);
  }
  const attribute = linkAttribute(row.kind, 'evidence', stance);
  if (!tag || !attribute) {
    return refuse(`${nameOf(row)} stands in YAML only; write the link there`);
  }
  const text = project.file(tag.uri)?.facts.document.text ?? '';
  const edits = addToList(text, tag.source, attribute, [evidence]);
  if (edits.length === 0) return refuse(`Nothing can be written in the marks of ${nameOf(row)}`);
  return retagging([[tag.uri, edits]]);
}

function elementOf(project: Project, key: string): Element | undefined {
  const element = project.elementWithKey(key.slice(1));
  return element && elementNodeKey(element) === key ? element : undefined;
}
