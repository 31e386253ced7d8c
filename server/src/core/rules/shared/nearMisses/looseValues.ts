import type { Attribute } from '../../../model';
import { documentAt, type Element, type Project } from '../../../project';
import type { TextRange } from '../../../text/range';
import type { TextEdit } from '../../../text/textEdit';
import { textOf } from '../texts';
import { quote } from './braces';
import { missesIn, NO_MISSES, type Miss } from './miss';

/** Values that Warrant reads but that are better written otherwise: commas between references, ids without `#`. */
export function looseValues(element: Element, project: Project): readonly Miss[] {
  return missesIn(element.attributes, (attribute) =>
    // References are not text.
    REFERENCES.has(attribute.definition.type)
      ? commas(element, attribute, project)
      : idsAsText(element, attribute, project),
  );
}

const REFERENCES: ReadonlySet<string> = new Set(['refs', 'ref', 'tests']);

function commas(element: Element, attribute: Attribute, project: Project): readonly Miss[] {
  if (!attribute.text.includes(',')) return NO_MISSES;
  const { text, place, name } = attribute;
  const range = isExact(attribute)
    ? {
        start: place.range.start + text.indexOf(','),
        end: place.range.start + text.indexOf(',') + 1,
      }
    : place.range;
  const words = text
    .split(/[\s,]+/)
    .filter(Boolean)
    .join(' ');
  return [
    {
      problem: {
        message: `References in ${name} are separated by spaces; the comma is read as one`,
        place: { uri: place.uri, range },
        element,
        severity: 'information',
      },
      fix: {
        title: `Write ${words}`,
        edits: [{ range: place.range, newText: isBare(attribute, project) ? quote(words) : words }],
      },
    },
  ];
}

/** Whether a value stands in the prose without quotes, so that it needs some when a space comes in. */
function isBare({ origin, place }: Attribute, project: Project): boolean {
  const file = project.file(place.uri);
  if (origin !== 'tag' || !file) return false;
  const { start } = place.range;
  return !/["']/.test(documentAt(file, place.range).slice(start - 1, start));
}

function idsAsText(element: Element, attribute: Attribute, project: Project): readonly Miss[] {
  if (attribute.definition.type !== 'refs|text') return NO_MISSES;
  if (attribute.phrases.length === 0) return NO_MISSES;
  return missesIn(attribute.phrases, ({ text, range }): readonly Miss[] => {
    // Mostly the first word tells, so that the others need not be cut out.
    const first = /^\S*/.exec(text)?.[0] ?? '';
    if (!isTarget(first.replace(/^#/, ''), attribute, project)) return NO_MISSES;
    const words = text.split(/\s+/).map((word) => word.replace(/^#/, ''));
    if (!words.every((word) => isTarget(word, attribute, project))) return NO_MISSES;
    const newText = words.map((word) => `#${word}`).join(' ');
    const { uri } = attribute;
    return [
      {
        problem: {
          message: `“${text}” is read as text; to refer to the ${kindOf(words, project)}, write ${newText}`,
          place: { uri, range },
          element,
          severity: 'information',
        },
        ...(isExact(attribute)
          ? {
              fix: {
                title: `Write ${newText}`,
                edits: [edit(attribute, range, newText, project)],
                isChoice: true,
              },
            }
          : {}),
      },
    ];
  });
}

/** The reference in place of the text; a value of `warrant.yaml` needs quotes, or the # would begin a comment. */
function edit(attribute: Attribute, range: TextRange, newText: string, project: Project): TextEdit {
  const { origin, place, text } = attribute;
  const written = textOf(project, place.uri) ?? '';
  if (origin !== 'registry' || /["']/.test(written[place.range.start - 1] ?? '')) {
    return { range, newText };
  }
  const before = text.slice(0, range.start - place.range.start);
  const after = text.slice(range.end - place.range.start);
  return { range: place.range, newText: JSON.stringify(before + newText + after) };
}

function isTarget(id: string, { definition }: Attribute, project: Project): boolean {
  const element = project.element(id);
  return element !== undefined && definition.targets?.includes(element.kind) === true;
}

function kindOf([id = '']: readonly string[], project: Project): string {
  return project.element(id)?.kind ?? 'element';
}

/** Whether the value stands in the file just as it is read, so that places inside it are exact. */
function isExact({ place, text }: Attribute): boolean {
  return place.range.end - place.range.start === text.length;
}
