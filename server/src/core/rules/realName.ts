import type { Config } from '../config';
import { slugOf, type Place } from '../model';
import type { Project, ProjectFile } from '../project';
import { libraryOf, type Work } from '../sources/bibliography';
import {
  findNames,
  hasPseudonyms,
  pathsWithNames,
  pseudonymsOf,
  wholeNamesInSlugs,
  yearBehind,
  type NameMatch,
  type NameMatcher,
  type PseudonymFile,
} from '../sources/pseudonyms';
import type { Attributed } from '../syntax';
import { containsRange, type TextRange } from '../text/range';
import type { Block, Finding, Fix, Problem, Rule } from './rule';
import { freshId, renameAt } from './shared/ids';
import { quoted } from './shared/naming';
import { NONE } from './shared/problems';
import { editFix } from './shared/suggestions';

/** Reports names that the list of pseudonyms keeps secret. What it says never repeats them, since logs are published. */
export const realName: Rule = {
  id: 'real-name',
  severity: 'error',
  scope: 'block',
  documentation: {
    summary:
      'A manuscript holds the name of somebody who was promised a pseudonym. The rule looks for the names in the file that `pseudonyms:` gives, whole and by their parts, with diacritics or without: in the text, in attributes, ids, comments, code, front matter and `warrant.yaml`, and in the names of files. The names of cited authors are left alone beside a year, a citation or “et al.”, and so is the inline bibliography. What is reported says the pseudonym and the place, never the name. Where the file of pseudonyms is not there, as on the machine of a co-author who may not have it, an information says that nothing could be looked for.',
    bad: `---
warrant: true
---

As Anna put it, ["We signed on the Friday."]{.evidence #e-sign speaker="Anna de Vries"}
[Firms signed what they could not refuse]{.claim evidence=e-sign}.
`,
    good: `---
warrant: true
---

As Karin put it, ["We signed on the Friday."]{.evidence #e-sign speaker="Karin Bosman"}
[Firms signed what they could not refuse]{.claim evidence=e-sign}.
`,
    config: 'pseudonyms: private/names.yaml\n',
    files: { 'private/names.yaml': 'Anna de Vries: Karin Bosman\n' },
    byHand:
      'A file with a name in its path has to be renamed by hand, and what has no pseudonym needs one.',
  },
  check: (block, file, project) => namesInBlock(block, file, project),
  also: [
    { scope: 'file', check: (file, project) => nameOfFile(file, project) },
    { scope: 'project', check: (project) => [...inConfig(project), ...inPseudonyms(project)] },
  ],
  fix: (finding, project) => [...idFixes(finding, project), ...textFixes(finding, project)],
};

function namesOf(project: Project): NameMatcher | undefined {
  if (!hasPseudonyms(project)) return undefined;
  const { names } = pseudonymsOf(project);
  return names.isEmpty ? undefined : names;
}

function namesInBlock(block: Block, file: ProjectFile, project: Project): readonly Problem[] {
  const names = namesOf(project);
  if (!names) return NONE;
  const { text, start } = block;
  const { uri } = file;
  const at = ({ start: from, end }: TextRange): Place => ({
    uri,
    range: { start: start + from, end: start + end },
  });
  const problems = namesInIds(block, uri, names, project);
  const ids = problems.map(({ place }) => place.range);
  const paths = pathsWithNames(text, names);
  for (const { name, path } of paths) problems.push(inPath(name, at(path)));
  for (const name of namesIn(block, names)) {
    const place = at(name.range);
    if (paths.some(({ path }) => containsRange(path, name.range))) continue;
    if (ids.some((id) => containsRange(id, place.range))) continue;
    if (isCitedHere(text, name, place, project) || isReference(block, place, project)) continue;
    problems.push(inText(name, place));
  }
  const all = [...problems, ...inSources(file.frontMatter, names)].map(({ place }) => place.range);
  for (const name of wholeNamesInSlugs(text, names)) {
    const place = at(name.range);
    if (all.some(({ start: from, end }) => from < place.range.end && place.range.start < end))
      continue;
    if (isReference(block, place, project) || isKnownId(text, name.range, project)) continue;
    problems.push(inSlug(name, place));
  }
  return problems;
}

/** The names in running text and in what says who speaks, each once. */
function namesIn({ text, start, elements }: Block, names: NameMatcher): NameMatch[] {
  const found = findNames(text, names);
  const speakers = elements.flatMap(({ attributes }) =>
    attributes.flatMap(({ key, valueRange }) =>
      key === 'speaker' ? [{ start: valueRange.start - start, end: valueRange.end - start }] : [],
    ),
  );
  if (start === 0 && text.startsWith('---')) speakers.push(...informantsIn(text));
  return [...found, ...namesOfSpeakers(text, speakers, names, found)];
}

/** Who speaks, as front matter and `warrant.yaml` write it. */
const INFORMANT = /(?<=[\s{,-](?:informant|speaker)\s*:\s*)(?=[^\s{[|>&*#])[^\n,}\]#]+/g;

function informantsIn(text: string): TextRange[] {
  return [...text.matchAll(INFORMANT)].map(({ 0: written, index }) => ({
    start: index,
    end: index + written.length,
  }));
}

/** Names that are common words as well, where they say who speaks; those that are found already are left out. */
function namesOfSpeakers(
  text: string,
  speakers: readonly TextRange[],
  names: NameMatcher,
  found: readonly NameMatch[],
): NameMatch[] {
  return speakers.flatMap((speaker) => {
    if (found.some(({ range }) => containsRange(speaker, range))) return [];
    return names.inSpeaker(text.slice(speaker.start, speaker.end)).map((name) => {
      const { start, end } = name.range;
      return { ...name, range: { start: speaker.start + start, end: speaker.start + end } };
    });
  });
}

/** Whether a name stands in an id of the project, which is reported where the id is given. */
function isKnownId(text: string, { start, end }: TextRange, project: Project): boolean {
  const [before = ''] =
    /[\p{L}\p{M}\p{N}_.:-]*$/u.exec(text.slice(Math.max(0, start - 100), start)) ?? [];
  const [behind = ''] = /^[\p{L}\p{M}\p{N}_.:-]*/u.exec(text.slice(end, end + 100)) ?? [];
  return project.knownIds(before + text.slice(start, end) + behind).length > 0;
}

function namesInIds(block: Block, uri: string, names: NameMatcher, project: Project): Problem[] {
  return block.elements.flatMap(({ id }) => {
    const [name] = id ? names.inSlug(id.value) : [];
    if (!id || !name) return [];
    const { start, end } = name.range;
    const ids = name.pseudonyms.map((pseudonym) => {
      const instead = slugOf(pseudonym) || 'x';
      return freshId(project, id.value.slice(0, start) + instead + id.value.slice(end));
    });
    return [
      {
        message: `This id holds a real name; ${insteadOf(name)}`,
        place: { uri, range: id.range },
        data: { ids },
      },
    ];
  });
}

function inText(name: NameMatch, place: Place): Problem {
  return {
    message: `A real name stands here; ${insteadOf(name)}`,
    place,
    data: { replacements: name.replacements },
  };
}

function inSlug(name: NameMatch, place: Place): Problem {
  return {
    message: `A real name stands in what looks like an id or a path; ${insteadOf(name)}`,
    place,
  };
}

function inPath(name: NameMatch, place: Place): Problem {
  return { message: `A real name stands in this path; rename the file, ${insteadOf(name)}`, place };
}

/** What to write, without what may not be said. */
function insteadOf({ pseudonyms }: NameMatch): string {
  if (pseudonyms.length === 0) return 'it has no pseudonym yet';
  return `its pseudonym is ${pseudonyms.map(quoted).join(' or ')}`;
}

/**
 * Whether the author of a work is meant: the sentence cites it, or its year stands behind the name. Of a name of one word, which
 * may be a given one as well, the bibliography has to say that it is an author's.
 */
function isCitedHere(text: string, name: NameMatch, place: Place, project: Project): boolean {
  const { part, range } = name;
  const words = text.slice(range.start, range.end).split(/\s+/);
  if (part !== 'family' && (part !== 'full' || words.length > 1)) return false;
  const family = plainSlug(words.at(-1) ?? '');
  if (family === '') return false;
  const library = libraryOf(project);
  const isByThem = ({ names }: Work) =>
    names.some((author) => plainSlug(author.family.split(/\s+/).at(-1) ?? '') === family);
  const isCited = project.citationsInSentence(place).some(({ key }) => {
    if (part === 'family' && plainSlug(key).includes(family)) return true;
    const work = library.find(key)?.entry.work;
    return work !== undefined && isByThem(work);
  });
  const year = isCited ? undefined : yearBehind(text, range.end);
  return (
    isCited ||
    (year !== undefined && library.works().some((work) => work.year === year && isByThem(work)))
  );
}

function plainSlug(text: string): string {
  return slugOf(text).replaceAll('-', '');
}

/** Whether a name is a part of a reference to an id, which is reported where the id is given. */
function isReference({ elements }: Block, { range }: Place, project: Project): boolean {
  return elements.some(({ attributes }) =>
    attributes.some(({ value, valueRange }) => {
      if (!containsRange(valueRange, range)) return false;
      const ids = value.split(/[\s;]+/).map((word) => word.replace(/^#/, ''));
      return ids.some((id) => project.knownIds(id).length > 0) && !/\s/.test(value.trim());
    }),
  );
}

function* nameOfFile(file: ProjectFile, project: Project): Iterable<Problem> {
  const { uri, path, frontMatter } = file;
  const names = namesOf(project);
  if (!names) return;
  const [name] = names.inSlug(path);
  if (name) yield inPath(name, { uri, range: { start: 0, end: 0 } });
  yield* inSources(frontMatter, names);
}

/** Ids and files of sources; those with a capital are found as running text is. */
function* inSources({ sources }: Pick<Config, 'sources'>, names: NameMatcher): Iterable<Problem> {
  for (const { id, idPlace, file = '', filePlace } of sources) {
    const [inId] = names.inSlug(id);
    if (idPlace && inId && !/^\p{Lu}/u.test(id)) {
      yield { message: `This id holds a real name; ${insteadOf(inId)}`, place: idPlace };
    }
    // What ends as files do is found wherever it stands.
    const [inFile] = /\.\w+$/.test(file) ? [] : names.inSlug(file);
    if (filePlace && inFile && !names.inText(file).length) yield inPath(inFile, filePlace);
  }
}

/** What stands in `warrant.yaml`, which is shared as the manuscript is. */
function* inConfig(project: Project): Iterable<Problem> {
  const { config } = project;
  const names = namesOf(project);
  if (!config || !names) return;
  const { uri, text } = config;
  const paths = pathsWithNames(text, names);
  for (const { name, path } of paths) yield inPath(name, { uri, range: path });
  const found = findNames(text, names);
  found.push(...namesOfSpeakers(text, informantsIn(text), names, found));
  for (const name of found) {
    const isInPath = paths.some(({ path }) => containsRange(path, name.range));
    if (!isInPath) yield inText(name, { uri, range: name.range });
  }
  yield* inSources(config, names);
}

/** That nothing could be looked for, or not everything, must not pass in silence. */
function* inPseudonyms(project: Project): Iterable<Problem> {
  if (!hasPseudonyms(project)) return;
  for (const file of pseudonymsOf(project).files) yield* faultsOf(file);
}

function* faultsOf({ uri, entry, reading }: PseudonymFile): Iterable<Problem> {
  const { place } = entry;
  if (reading.state === 'missing') {
    const message = 'The file of pseudonyms is not here, so that no real names are looked for';
    yield { message, place, severity: 'information' };
  }
  if (reading.state === 'unreadable') {
    const message = `The file of pseudonyms cannot be read (${reading.message}), so that no real names are looked for`;
    yield { message, place, severity: 'warning' };
  }
  if (reading.state !== 'read') return;
  for (const { message, range } of reading.value.problems) {
    yield { message, place: { uri, range }, severity: 'warning' };
  }
}

function idFixes(finding: Finding, project: Project): Fix[] {
  const { ids } = finding.data;
  if (!Array.isArray(ids)) return [];
  return ids.flatMap((id: string) => renameAt(project, finding.place, () => id));
}

/** Writes a pseudonym in the place of the name; a bare value of an attribute gets the quotes that it may need then. */
function textFixes({ place, data }: Finding, project: Project): Fix[] {
  const { replacements } = data;
  if (!Array.isArray(replacements)) return [];
  const texts = [...new Set(replacements as readonly string[])];
  return texts.map((text) =>
    editFix(`Write ${quoted(text)}`, place, [writing(text, place, project)], texts.length === 1),
  );
}

function writing(text: string, place: Place, project: Project) {
  const { range } = place;
  const document = project.file(place.uri)?.facts.document;
  const elements: readonly Attributed[] = document?.blockAt(range.start).elements ?? [];
  const value = elements
    .flatMap(({ attributes }) => attributes)
    .find(({ valueRange, quote }) => quote === '' && containsRange(valueRange, range));
  if (!value || !document || /^[\p{L}\p{N}._:-]+$/u.test(text)) return { range, newText: text };
  const { start, end } = value.valueRange;
  const before = document.slice(start, range.start);
  const behind = document.slice(range.end, end);
  const newText = `"${before}${text.replace(/"/g, '”')}${behind}"`;
  return { range: value.valueRange, newText };
}
