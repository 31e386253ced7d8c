import type { Source } from '../config';
import { IS_FOLDER } from '../ports';
import type { Project } from '../project';
import { contentOf, TEXT } from '../sources/contents';
import { qdaOf, readingOfQda } from '../sources/qda';
import { isMedia, sourceFileUri } from '../sources/texts';
import type { Problem, Rule } from './rule';

/** Reports files of sources that are not there, or cannot be read. */
export const unreadableSource: Rule = {
  id: 'unreadable-source',
  severity: 'warning',
  scope: 'project',
  documentation: {
    summary:
      'A source names a transcript or document (`file:`) that is not there, so that neither a co-author nor Warrant can look up what was said. Correct the path, which is relative to the file that declares the source. A file that is there but cannot be read as text, such as a scan or a PDF with a password, is an information: its quotations are not checked. A confidential file is often not on every machine, so that nothing is said of one that is missing, and of a restricted one it is an information. Recordings and pictures are left alone.',
    byHand: 'Only its owner knows where the file is.',
    files: { 'data/owner.txt': 'INT: Why did you stay?\nR1: Nobody asked us to go.\n' },
    bad: `---
warrant:
  sources:
    - {id: owner, kind: interview, file: data/ownr.txt}
---

["Nobody asked us to go."]{.evidence source=owner display=context}
`,
    good: `---
warrant:
  sources:
    - {id: owner, kind: interview, file: data/owner.txt}
---

["Nobody asked us to go."]{.evidence source=owner display=context}
`,
  },
  *check(project) {
    // The sources of a range share one declaration.
    const told = new Set<unknown>();
    for (const source of project.sources) {
      const problem = told.has(source.place) ? undefined : problemOf(project, source);
      if (problem) {
        told.add(source.place);
        yield problem;
      }
    }
  },
};

/** What holds text that quotations are taken from, whether it can be read here or not. */
const WITH_TEXT = /\.(?:txt|md|markdown|qmd|docx?|rtf|odt|pdf|vtt|srt|qdpx|qde)$/i;

function problemOf(project: Project, source: Source): Problem | undefined {
  const { id, file = '', filePlace, access } = source;
  const uri = sourceFileUri(project, source);
  if (!filePlace || uri === undefined || isMedia(uri)) return undefined;
  const content = contentOf(project, source, TEXT);
  const own = content && (content.uri === uri ? content.reading : project.external(uri, TEXT));
  if (own?.state === 'unreadable' && own.message === IS_FOLDER) {
    const message = `The file of the source ${id} is a folder, so that quotations from it are not checked; name the file in it`;
    return { message, place: filePlace };
  }
  if (content?.reading.state === 'unreadable' && WITH_TEXT.test(file)) {
    // Of a file that stands under `qda:`, `qda-project` says it.
    if (isListed(project, uri) && readingOfQda(project, uri).state !== 'read') return undefined;
    return {
      message: `The file of the source ${id} cannot be read, so that quotations from it are not checked: ${content.reading.message}`,
      place: filePlace,
      severity: 'information',
    };
  }
  // Its quotations may be looked up in a QDA project, but the path is wrong all the same.
  if (own?.state !== 'missing' || access === 'confidential' || isListed(project, uri)) {
    return undefined;
  }
  return {
    message: `The file of the source ${id} is not there; correct its path, which is relative to the file that declares it`,
    place: filePlace,
    ...(access === 'restricted' ? { severity: 'information' } : {}),
  };
}

function isListed(project: Project, uri: string): boolean {
  return qdaOf(project).files.some((file) => file.uri === uri);
}
