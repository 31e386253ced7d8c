import { isMap, isScalar } from 'yaml';
import { type Anchor, AnchoredRange } from '../text/anchor';
import type { TextRange } from '../text/range';
import type { Span } from './attributes';
import { parseYaml } from './lenientYaml';
import { isIgnored } from './metadata';
import { type ScannedText, toSource } from './source';

/** A key at the top of a YAML block, with its value. */
export interface MetadataEntry {
  readonly key: string;
  /** From the key up to the next one, or to the end of the YAML. */
  readonly range: TextRange;
}

/**
 * The YAML of a metadata block. Its keys are read when they are first asked for: they matter only where a document has
 * several such blocks, of which a later one overrides the keys of an earlier one (Pandoc manual, `yaml_metadata_block`).
 */
export class MetadataBlock {
  readonly #anchor: Anchor;
  readonly #scanned: ScannedText;
  readonly #yaml: Span;
  #entries: readonly MetadataEntry[] | undefined;

  /** `yaml` lies in the text that was scanned, without fences. */
  constructor(anchor: Anchor, scanned: ScannedText, yaml: Span) {
    this.#anchor = anchor;
    this.#scanned = scanned;
    this.#yaml = yaml;
  }

  get entries(): readonly MetadataEntry[] {
    return (this.#entries ??= this.#read());
  }

  #read(): MetadataEntry[] {
    const { start, end } = this.#yaml;
    const keys = topKeys(this.#scanned.text.slice(start, end));
    return keys.map(({ key, at }, index) => {
      const next = keys[index + 1];
      const stop = next === undefined ? end : start + next.at;
      return { key, range: this.#range(start + at, stop) };
    });
  }

  #range(start: number, end: number): AnchoredRange {
    const scanned = this.#scanned;
    return new AnchoredRange(this.#anchor, toSource(scanned, start), toSource(scanned, end));
  }
}

/** The keys of a mapping, in order, with their offsets; none where the YAML is broken. */
function topKeys(yaml: string): { readonly key: string; readonly at: number }[] {
  try {
    const { contents } = parseYaml(yaml);
    if (!isMap(contents)) return [];
    return contents.items.flatMap(({ key }) =>
      isScalar(key) && !isIgnored(key) ? { key: key.source, at: key.range[0] } : [],
    );
  } catch {
    return [];
  }
}

/** The entries of several blocks, one after the other. */
export function entriesOf(blocks: readonly MetadataBlock[]): MetadataEntry[] {
  return blocks.flatMap(({ entries }) => entries);
}
