import type { Steps } from '../../steps';
import { decodeBytes } from './decodeBytes';
import { canonicalGuid } from './guids';
import { ProjectFiles } from './projectFiles';
import type { QdaCode, QdaProject } from './qdaProject';
import { readCodes } from './readCodes';
import { Notes } from './readNotes';
import { readSelections } from './readSelections';
import { readSources, textOf } from './readSources';
import { attributeIn, childOf, childrenOf, readXml, type XmlElement } from './xmlTree';

/** Reads a `.qdpx`, the archive of a project. Throws an Error that says why it cannot be read. */
export function* readArchivedProject(bytes: Uint8Array): Steps<QdaProject> {
  const files = new ProjectFiles(bytes);
  const name = files.projectName;
  const xml = name === undefined ? undefined : yield* files.read(name);
  if (!xml) throw new Error('it holds no project.qde, so it is no REFI-QDA project');
  return yield* readRefi(xml, files);
}

/** Reads the XML of a project (`project.qde`) or of a codebook (`.qdc`). Throws an Error that says why it cannot be read. */
export function* readRefi(xml: Uint8Array, files = new ProjectFiles()): Steps<QdaProject> {
  const { root, slips } = yield* readXml(decodeBytes(xml).text);
  if (root.name === 'CodeBook') return codebook(root, slips);
  if (root.name !== 'Project') {
    throw new Error(`it is XML of another kind (${root.name}), not a REFI-QDA project or codebook`);
  }
  return yield* project(root, files, slips);
}

function codebook(root: XmlElement, slips: readonly string[]): QdaProject {
  return {
    name: attributeIn(root, 'name') ?? '',
    ...originOf(root),
    sources: [],
    codes: readCodes(childOf(root, 'Codes'), () => []),
    selections: [],
    problems: slipsIn(slips),
  };
}

function* project(
  root: XmlElement,
  files: ProjectFiles,
  slips: readonly string[],
): Steps<QdaProject> {
  const problems = slipsIn(slips);
  const notes = yield* Notes.read(root, function* (element) {
    return (yield* textOf(element, files, () => undefined))?.text;
  });
  const codes = readCodes(childOf(childOf(root, 'CodeBook'), 'Codes'), (element) =>
    notes.of(element).filter((memo) => memo !== childOf(element, 'Description')?.text.trim()),
  );
  const cases = childrenOf(root, 'Cases').flatMap((list) => childrenOf(list, 'Case'));
  const sources = yield* readSources(root, files, notes, problems);
  const selections = yield* readSelections(
    sources,
    {
      codes: new Map(
        codes.flatMap((code): [string, QdaCode][] =>
          code.guid === undefined ? [] : [[code.guid, code]],
        ),
      ),
      cases: namesByGuid(cases),
      casesOfSelections: casesOfSelections(cases),
      users: namesByGuid(childrenOf(root, 'Users').flatMap((list) => childrenOf(list, 'User'))),
      notes,
    },
    problems,
  );
  return {
    name: attributeIn(root, 'name') ?? '',
    ...originOf(root),
    sources: sources.map(({ source }) => source),
    codes,
    selections,
    problems,
  };
}

function originOf(root: XmlElement): { origin?: string } {
  const origin = attributeIn(root, 'origin');
  return origin === undefined ? {} : { origin };
}

function slipsIn(slips: readonly string[]): string[] {
  return slips.map((slip) => `The XML has a slip that was passed over: ${slip}`);
}

function namesByGuid(elements: readonly XmlElement[]): Map<string, string> {
  return new Map(
    elements.map((element) => [
      canonicalGuid(attributeIn(element, 'guid') ?? ''),
      attributeIn(element, 'name') ?? '(unnamed)',
    ]),
  );
}

function casesOfSelections(cases: readonly XmlElement[]): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const element of cases) {
    for (const reference of childrenOf(element, 'SelectionRef')) {
      const guid = canonicalGuid(attributeIn(reference, 'targetGUID') ?? '');
      found.set(guid, [...(found.get(guid) ?? []), attributeIn(element, 'name') ?? '(unnamed)']);
    }
  }
  return found;
}
