import { strToU8, zipSync } from 'fflate';
import { transcript } from './transcript';

/** A QDA project, and what is coded in it. */
export interface QdaArchive {
  readonly bytes: Uint8Array;
  /** How many bytes it unpacks to. */
  readonly size: number;
  /** The first eight digits of coded sentences, with their words and the name of their source. */
  readonly coded: readonly { guid: string; words: string; source: string }[];
}

/** A `.qdpx` of so many interviews of a length, every third sentence of which is coded; the same each time. */
export function qdaArchive(interviews: number, length: number): QdaArchive {
  const { text, sentences } = transcript(length);
  const coded: { guid: string; words: string; source: string }[] = [];
  const files: Record<string, Uint8Array> = {};
  const sources: string[] = [];
  for (let interview = 0; interview < interviews; interview++) {
    const source = `Interview ${String(interview)}`;
    // The same words would be found in the first of all interviews.
    const own = text.replaceAll('INT:', `INT: ${source}.`);
    const selections: string[] = [];
    let at = 0;
    for (let index = 0; index < sentences.length; index += 3) {
      const words = sentences[index] ?? '';
      at = own.indexOf(words, at);
      const guid = (coded.length + 0x10000000).toString(16);
      selections.push(
        `<PlainTextSelection guid="${guid}-0000-4000-8000-000000000001" startPosition="${String(at)}" endPosition="${String(at + words.length)}"><Coding guid="${guid}-0000-4000-8000-000000000002"><CodeRef targetGUID="c0000001-0000-4000-8000-000000000001"/></Coding></PlainTextSelection>`,
      );
      coded.push({ guid, words, source });
    }
    files[`sources/${String(interview)}.txt`] = strToU8(own);
    sources.push(
      `<TextSource guid="5${String(interview).padStart(7, '0')}-0000-4000-8000-000000000001" name="${source}" plainTextPath="internal://${String(interview)}.txt">${selections.join('')}</TextSource>`,
    );
  }
  files['project.qde'] = strToU8(
    `<?xml version="1.0" encoding="utf-8"?><Project name="Study" xmlns="urn:QDA-XML:project:1.0"><CodeBook><Codes><Code guid="c0000001-0000-4000-8000-000000000001" name="Code" isCodable="true"/></Codes></CodeBook><Sources>${sources.join('\n')}</Sources></Project>`,
  );
  const size = Object.values(files).reduce((sum, { length: bytes }) => sum + bytes, 0);
  return { bytes: zipSync(files, { level: 1 }), size, coded };
}
