import type { Project } from '../../project';
import { qdaOf } from '../../sources/qda';
import { hoverCitation } from '../hoverCitation';
import { describeSelection } from '../hoverSelection';
import { hoverSubject } from '../hoverSubject';
import { describeAttribute, describeKind, describeValue } from '../hoverVocabulary';
import type { CompletionSubject } from './item';

/** What there is to know of what a completion offers, as Markdown; nothing where there is nothing to say. */
export function documentationOf(project: Project, subject: CompletionSubject): string | undefined {
  const { vocabulary } = project;
  switch (subject.type) {
    case 'kind': {
      const kind = vocabulary.classes.get(subject.name)?.kind;
      return kind && describeKind(project, kind, subject.name);
    }
    case 'attribute':
    case 'value': {
      const definition = vocabulary.kinds[subject.kind].attributes[subject.name];
      if (!definition) return undefined;
      return subject.type === 'attribute'
        ? describeAttribute(subject.kind, definition)
        : describeValue(subject.kind, definition, subject.value);
    }
    case 'element': {
      const element = project.element(subject.name);
      const range = { start: 0, end: 0 };
      return (
        element &&
        hoverSubject(project, { subject: { type: 'element', element }, range, by: 'reference' })
      );
    }
    case 'source': {
      const source = project.source(subject.name);
      const range = { start: 0, end: 0 };
      return (
        source &&
        hoverSubject(project, { subject: { type: 'source', source }, range, by: 'reference' })
      );
    }
    case 'selection': {
      const [selection] = qdaOf(project).index.find(subject.name);
      return selection && describeSelection(project, selection);
    }
    case 'work':
      return hoverCitation(project, subject.name);
  }
}
