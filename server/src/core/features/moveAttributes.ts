import { readFrontMatter } from '../config';
import type { Attribute, Tag } from '../model';
import type { Project } from '../project';
import { addToList, setAttributes } from '../rules/shared/tagEdits';
import { parse } from '../syntax';
import type { TextRange } from '../text/range';
import { applyEdits, type TextEdit } from '../text/textEdit';
import { identify } from './linkTags';
import { nameOf } from './naming';
import { cutsIn } from './tagging/cuts';
import { addEntry, removeEntry, type EntryValues } from './tagging/frontMatterEntries';
import { refuse, retagging, type Refusal, type Retagging } from './tagging/result';
import { NO_TAG, tagAt } from './tagging/tagAt';

/** Of these a tag says itself what it is, or Pandoc acts on them. */
const STAYING: ReadonlySet<string> = new Set(['ref', 'lang']);

/** What a front matter must be like to be written in. */
const UNWRITABLE =
  'Warrant writes under elements: only where warrant: and elements: stand on lines of their own';

/** The attributes of a tag that may stand in YAML: a citation key there would print or break the block. */
export function movableAttributes({ attributes }: Tag): Attribute[] {
  return attributes.filter(
    ({ name, origin, text }) => origin === 'tag' && !STAYING.has(name) && !text.includes('@'),
  );
}

/** Moves what the tag at a selection says about itself under `elements:` in the front matter; the prose keeps kind and id. */
export function moveToFrontMatter(
  project: Project,
  uri: string,
  selection: TextRange,
): Retagging | Refusal {
  const at = tagAt(project, uri, selection);
  if (!at) return refuse(NO_TAG);
  const { tag, element } = at;
  const { document } = at.file.facts;
  const moved = movableAttributes(tag);
  if (moved.length === 0) return refuse(`${nameOf(element)} has no attributes that could be moved`);
  const registered = new Set(
    element.attributes.filter(({ origin }) => origin === 'registry').map(({ name }) => name),
  );
  const doubled = moved.find(({ name }) => registered.has(name));
  if (doubled) return refuse(`${doubled.name} of ${nameOf(element)} stands in YAML already`);
  const identified = identify(project, element, tag);
  if (!identified) return refuse(`${nameOf(element)} can be given no id`);
  const values: EntryValues = moved.map(({ name, text }) => [name, text]);
  const written = addEntry(document, identified.id, values);
  if (!written) return refuse(UNWRITABLE);
  const { attributeRange } = tag.source;
  const edits: TextEdit[] = [
    ...written,
    ...cutsIn(
      document.text,
      attributeRange,
      moved.map(({ range }) => range),
    ),
    ...identified.edits.flatMap(([, list]) => list),
  ];
  if (!says(applyEdits(document.text, edits), uri, identified.id, values))
    return refuse(UNWRITABLE);
  return retagging([[uri, edits]]);
}

/** Moves what `elements:` in the front matter says about the tag at a selection back to the tag. */
export function moveFromFrontMatter(
  project: Project,
  uri: string,
  selection: TextRange,
): Retagging | Refusal {
  const at = tagAt(project, uri, selection);
  if (!at) return refuse(NO_TAG);
  const { tag, element, file } = at;
  const entry = file.frontMatter.elements.find(({ id }) => id === element.id);
  if (!entry) return refuse(`The front matter says nothing about ${nameOf(element)}`);
  if (entry.is ?? entry.quote ?? entry.file) {
    return refuse(`The entry of ${entry.id} says where its text is, and must stay`);
  }
  const { document } = file.facts;
  const known = element.attributes.filter(
    (attribute) => attribute.origin === 'registry' && attribute.uri === uri,
  );
  const removed = removeEntry(document, entry.id);
  if (!removed || known.length < entry.written.length) return refuse(UNWRITABLE);
  const fresh: Record<string, string> = {};
  const appended: TextEdit[] = [];
  for (const name of new Set(known.map((attribute) => attribute.name))) {
    const items = known.filter((attribute) => attribute.name === name);
    const type = items[0]?.definition.type;
    const separator = type === 'phrases' || type === 'refs|text' ? '; ' : ' ';
    const texts = items.map(({ text }) => text);
    if (!tag.attributes.some((attribute) => attribute.name === name)) {
      fresh[name] = texts.join(separator);
    } else if (type === 'refs' || type === 'phrases') {
      appended.push(...addToList(document.text, tag.source, name, texts, separator));
    } else return refuse(`${nameOf(element)} has ${name} on its tag and in the front matter`);
  }
  const edits = [...removed, ...setAttributes(document.text, tag.source, fresh), ...appended];
  return retagging([[uri, edits]]);
}

/** Whether a front matter says just that about an id. */
function says(text: string, uri: string, id: string, values: EntryValues): boolean {
  const { elements, problems } = readFrontMatter(uri, parse(text));
  const entry = elements.find((one) => one.id === id);
  return (
    problems.length === 0 &&
    values.every(([name, value]) =>
      entry?.written.some((one) => one.key === name && one.text === value),
    )
  );
}
