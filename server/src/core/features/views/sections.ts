import type { Place } from '../../model';
import type { Project, ProjectFile } from '../../project';
import { placeName } from '../places';

/** A section of a manuscript with what stands in it. */
export interface SectionOf<T> {
  /** The text of its heading; of text before the first heading, the path of the file. */
  readonly title: string;
  readonly role: 'section' | 'file';
  readonly place?: Place;
  /** What stands in it directly, in the order of the text. */
  readonly items: readonly T[];
  /** The sections within it that hold anything. */
  readonly sections: readonly SectionOf<T>[];
}

interface Draft<T> extends SectionOf<T> {
  readonly items: T[];
  readonly sections: Draft<T>[];
  readonly end: number;
}

/** The sections of a manuscript that hold any of some things, in its order; what stands in no file of it comes last. */
export function inSections<T extends { readonly place: Place }>(
  project: Project,
  items: Iterable<T>,
): SectionOf<T>[] {
  const byFile = new Map<string, T[]>();
  for (const item of items) {
    const { uri } = item.place;
    const known = byFile.get(uri);
    if (known) known.push(item);
    else byFile.set(uri, [item]);
  }
  const sections: SectionOf<T>[] = project.files.flatMap((file) => {
    const own = byFile.get(file.uri);
    byFile.delete(file.uri);
    return own ? sectionsOf(file, own) : [];
  });
  for (const own of byFile.values()) {
    const [first] = own;
    if (!first) continue;
    const title = placeName(project, first.place);
    sections.push({ title, role: 'file', items: own, sections: [] });
  }
  return sections;
}

function sectionsOf<T extends { readonly place: Place }>(
  { uri, path, facts }: ProjectFile,
  items: readonly T[],
): Draft<T>[] {
  const top: Draft<T> = { title: path, role: 'file', items: [], sections: [], end: Infinity };
  const open: Draft<T>[] = [top];
  const { headings } = facts.document;
  const sorted = [...items].sort((a, b) => a.place.range.start - b.place.range.start);
  let next = 0;
  const take = (limit: number): void => {
    for (let item = sorted[next]; item && item.place.range.start < limit; item = sorted[++next]) {
      close(item.place.range.start);
      (open.at(-1) ?? top).items.push(item);
    }
  };
  const close = (start: number): void => {
    while (open.length > 1 && (open.at(-1)?.end ?? 0) <= start) open.pop();
  };
  for (const { text, id, range, sectionRange } of headings) {
    take(range.start);
    close(range.start);
    // A tag on a heading belongs to the section around it.
    take(range.end);
    const section: Draft<T> = {
      title: text === '' ? `#${id}` : text,
      role: 'section',
      place: { uri, range },
      items: [],
      sections: [],
      end: sectionRange.end,
    };
    (open.at(-1) ?? top).sections.push(section);
    open.push(section);
  }
  take(Infinity);
  const sections = top.sections.flatMap(withoutEmpty);
  return top.items.length > 0 ? [{ ...top, sections: [] }, ...sections] : sections;
}

function withoutEmpty<T>(section: Draft<T>): Draft<T>[] {
  const sections = section.sections.flatMap(withoutEmpty);
  if (section.items.length === 0 && sections.length === 0) return [];
  return [{ ...section, sections }];
}
