import { unzipSync, type UnzipFileInfo } from 'fflate';

/** What a zip archive may unpack to in all, in bytes: far above any real document, far below what fills the memory. */
const MAX_UNPACKED = 64 * 1024 * 1024;

/** How many entries an archive may have. */
const MAX_ENTRIES = 20_000;

/** A zip archive (PKWARE APPNOTE 6.3) whose list of entries has been read and found harmless. */
export interface ZipArchive {
  /** The paths of its files, with `/` between folders, in the order of the archive. */
  readonly names: readonly string[];
  /**
   * Unpacks the files that are wanted, by their path.
   * @throws {Error} where they are damaged or together unpack to more than a document can be
   */
  read(isWanted: (name: string) => boolean): ReadonlyMap<string, Uint8Array>;
}

/** Whether bytes begin as a zip archive does. */
export function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] === 3 || bytes[2] === 5);
}

/**
 * Opens a zip archive without unpacking anything.
 * @throws {Error} says why: it is no archive or cut short, has too many entries, or names a path outside itself
 */
export function openZip(bytes: Uint8Array): ZipArchive {
  const names: string[] = [];
  let count = 0;
  scan(bytes, (file) => {
    count++;
    if (count > MAX_ENTRIES) throw new Error(`the archive has more than ${MAX_ENTRIES} entries`);
    const name = checkedName(file.name);
    if (!name.endsWith('/')) names.push(name);
    return false;
  });
  return {
    names,
    read(isWanted) {
      let total = 0;
      const unpacked = scan(bytes, (file) => {
        const name = checkedName(file.name);
        if (name.endsWith('/') || !isWanted(name)) return false;
        total += file.originalSize;
        if (total > MAX_UNPACKED) {
          throw new Error(
            `the archive unpacks to more than ${MAX_UNPACKED / 1024 / 1024} MB, which no document does`,
          );
        }
        return true;
      });
      return new Map(
        Object.entries(unpacked).map(([name, content]) => [checkedName(name), content]),
      );
    },
  };
}

/** The memory for an entry is taken by the size that the archive declares, which `filter` has seen: more is never written. */
function scan(bytes: Uint8Array, filter: (file: UnzipFileInfo) => boolean) {
  let refusal: unknown;
  try {
    return unzipSync(bytes, {
      filter(file) {
        try {
          return filter(file);
        } catch (error) {
          refusal = error;
          throw error;
        }
      },
    });
  } catch (error) {
    if (refusal instanceof Error) throw refusal;
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(`the zip archive is damaged or cut short (${reason})`, { cause: error });
  }
}

/** A path as archives should write it; programs of Windows write `\`. */
function checkedName(name: string): string {
  const path = name.replaceAll('\\', '/');
  const isOutside =
    path.startsWith('/') || /^[A-Za-z]:/.test(path) || path.split('/').includes('..');
  if (isOutside || path.includes('\0')) {
    throw new Error(`the archive names a path outside itself (${path.slice(0, 80)})`);
  }
  return path;
}
