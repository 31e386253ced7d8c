import { canonicalGuid } from './guids';
import type { QdaCode } from './qdaProject';
import { attributeIn, childrenOf, textIn, type XmlElement } from './xmlTree';

/** Between the names of a hierarchy that a program without one writes into a single name. */
const FLATTENED = /\s*::\s*/;

/** Finds the memos that an element refers to. */
export type MemosOf = (element: XmlElement) => readonly string[];

/**
 * Reads the `Codes` of a project or codebook, each before those below it. A name such as `Trust::Calculative` is read as a
 * hierarchy; a code above that is only named there is made up, and nothing can be coded with it.
 */
export function readCodes(codes: XmlElement | undefined, memosOf: MemosOf): QdaCode[] {
  const hierarchy = new CodeHierarchy();
  const read = (element: XmlElement, parent: QdaCode | undefined): void => {
    const written = attributeIn(element, 'guid');
    const description = textIn(element, 'Description');
    const code = hierarchy.add(attributeIn(element, 'name') ?? '', parent, {
      ...(written === undefined ? {} : { guid: canonicalGuid(written) }),
      ...(description === undefined ? {} : { description }),
      memos: memosOf(element),
      isCodable: element.attributes['isCodable'] !== 'false',
    });
    for (const child of childrenOf(element, 'Code')) read(child, code);
  };
  for (const element of childrenOf(codes, 'Code')) read(element, undefined);
  return hierarchy.codes;
}

type CodeData = Omit<QdaCode, 'id' | 'name' | 'path' | 'parent'>;

const NOTHING_KNOWN: CodeData = { memos: [], isCodable: false };

/** Codes by their path. */
export class CodeHierarchy {
  readonly #byPath = new Map<string, QdaCode>();
  #ids = new Set<string>();

  /** In the order in which they were added, those that were made up before those below them. */
  get codes(): QdaCode[] {
    return [...this.#byPath.values()];
  }

  /** Adds a code, unless one of that path is known; data of one that was made up are filled in. */
  add(written: string, parent: QdaCode | undefined, data: CodeData): QdaCode {
    const names = written.split(FLATTENED).filter((name) => name !== '');
    const name = names.pop() ?? UNNAMED;
    const above = names.reduce<QdaCode | undefined>(
      (upper, each) => this.#get(each, upper, NOTHING_KNOWN),
      parent,
    );
    return this.#get(name, above, data);
  }

  #get(name: string, parent: QdaCode | undefined, data: CodeData): QdaCode {
    const path = [...(parent?.path ?? []), name];
    const key = path.join('\n');
    const known = this.#byPath.get(key);
    const isMadeUp = known?.guid === undefined && known?.isCodable === false;
    if (known && (data === NOTHING_KNOWN || (!isMadeUp && known.guid === data.guid))) return known;
    if (known && isMadeUp) return Object.assign(known, data, this.#identify(path, data));
    const code: QdaCode = {
      id: this.#identify(path, data).id,
      name,
      path,
      ...(parent ? { parent } : {}),
      ...data,
    };
    // Two codes of one name under one parent: programs allow it, and the GUID tells them apart.
    this.#byPath.set(known ? `${key}\n${code.id}` : key, code);
    return code;
  }

  #identify(path: readonly string[], { guid }: CodeData): { id: string } {
    let id = guid ?? path.join(' > ');
    while (this.#ids.has(id)) id += '+';
    this.#ids.add(id);
    return { id };
  }
}

const UNNAMED = '(unnamed)';
