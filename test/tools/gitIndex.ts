/** How an index of git is to be written. */
export interface IndexOptions {
  readonly version?: 2 | 3 | 4;
  /** Length of the hashes, in bytes: 20, or 32 for SHA-256. */
  readonly hash?: number;
  /** The name, in hexadecimal digits, of the index that it builds on. */
  readonly shared?: string;
}

/** An index of git that lists files, as git writes it (Git documentation, gitformat-index); in the order given. */
export function gitIndex(
  paths: readonly string[],
  { version = 2, hash = 20, shared }: IndexOptions = {},
): Uint8Array {
  const bytes: number[] = [...ascii('DIRC'), ...word(version), ...word(paths.length)];
  let before: number[] = [];
  for (const path of paths) {
    const start = bytes.length;
    const name = [...new TextEncoder().encode(path)];
    const mode = path.endsWith('/') ? 0o040000 : 0o100644;
    bytes.push(...zeros(24), ...word(mode), ...zeros(12), ...Array<number>(hash).fill(7));
    const isExtended = version > 2;
    const flags = Math.min(name.length, 0xfff) | (isExtended ? 0x4000 : 0);
    bytes.push(flags >> 8, flags & 0xff, ...(isExtended ? [0x40, 0] : []));
    if (version === 4) {
      let kept = 0;
      while (kept < name.length && name[kept] === before[kept]) kept++;
      bytes.push(...offset(before.length - kept), ...name.slice(kept), 0);
      before = name;
      continue;
    }
    bytes.push(...name);
    bytes.push(...zeros(8 - ((bytes.length - start) % 8)));
  }
  if (shared !== undefined) {
    const pairs = shared.match(/../g) ?? [];
    bytes.push(...ascii('link'), ...word(pairs.length), ...pairs.map((pair) => parseInt(pair, 16)));
  }
  return Uint8Array.from([...bytes, ...zeros(hash)]);
}

function offset(value: number): number[] {
  const bytes = [value & 0x7f];
  for (let rest = value >> 7; rest > 0; rest >>= 7) bytes.unshift(0x80 | (--rest & 0x7f));
  return bytes;
}

function ascii(text: string): number[] {
  return Array.from(text, (character) => character.charCodeAt(0));
}

function word(value: number): number[] {
  return [value >>> 24, (value >>> 16) & 0xff, (value >>> 8) & 0xff, value & 0xff];
}

function zeros(count: number): number[] {
  return Array<number>(count).fill(0);
}
