import { metadataEnd } from '../frontMatter';
import { metadataStrings, yamlComments } from '../metadata';
import { MetadataBlock } from '../metadataEntries';
import { lineEnd, lineStart } from '../source';
import type { BlockReading } from './reading';

/** Reads the YAML block that opens here: its comments, and its strings as Markdown. */
export function readMetadata(reading: BlockReading): boolean {
  const { container, line, facts } = reading;
  const close = metadataEnd(container, line, reading.surroundings.tokens);
  if (close < 0) return false;
  const yaml = { start: lineStart(container, line + 1), end: lineStart(container, close) };
  for (const { at, text } of yamlComments(container, yaml)) {
    facts.comments.push({ text, range: reading.range(at.start, at.end), place: 'yaml' });
  }
  if (reading.surroundings.depth === 0) {
    facts.metadata ??= {
      range: reading.range(lineStart(container, line), lineEnd(container, close)),
      contentRange: reading.range(yaml.start, yaml.end),
    };
  }
  const last = lineEnd(container, close);
  const section = { end: reading.range(last, last) };
  for (const { text, isBlocks } of metadataStrings(container, yaml)) {
    reading.readText(text, isBlocks, section);
  }
  facts.metadataBlocks.push(new MetadataBlock(facts.anchor, reading.scanned, yaml));
  reading.moveToLine(close + 1);
  return true;
}
