/** The files that git tracks, as its index lists them. */
export interface GitIndex {
  /** Paths from the top of the working tree, with `/`. */
  readonly files: ReadonlySet<string>;
  /** Folders of a sparse index, with `/` at the end, of which all files are tracked. */
  readonly folders: readonly string[];
  /** The name of the file beside it that lists the others, where the index is split. */
  readonly shared?: string;
}

/** Bytes of an entry before its hash: times, device, inode, mode, owner, group and size. */
const STATUS_BYTES = 40;
const MODE_AT = 24;
/** SHA-1, and SHA-256 in repositories of that format; the index does not say which. */
const HASH_BYTES = [20, 32] as const;
/** Kinds of entry by the upper bits of their mode: folder, file, symbolic link, submodule. */
const MODES: ReadonlySet<number> = new Set([0o04, 0o10, 0o12, 0o16]);
const FOLDER = 0o04;
const EXTENDED = 0x4000;
const NAME_LENGTH = 0x0fff;

/**
 * Reads the index of a git repository, of version 2, 3 or 4 (Git documentation, gitformat-index).
 * @throws Error where it is none, or is cut off
 */
export function readGitIndex(bytes: Uint8Array): GitIndex {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.byteLength < 12 || view.getUint32(0) !== 0x44495243) throw new Error('no index of git');
  const version = view.getUint32(4);
  if (version < 2 || version > 4) throw new Error(`an index of git of version ${version}`);
  for (const hash of HASH_BYTES) {
    const index = entriesOf(view, bytes, version, hash);
    if (index) return index;
  }
  throw new Error('an index of git that is cut off');
}

/** Undefined where the entries do not make sense with hashes of that length. */
function entriesOf(
  view: DataView,
  bytes: Uint8Array,
  version: number,
  hash: number,
): GitIndex | undefined {
  const files = new Set<string>();
  const folders: string[] = [];
  const count = view.getUint32(8);
  const decoder = new TextDecoder();
  let name: Uint8Array = new Uint8Array(0);
  let at = 12;
  for (let number = 0; number < count; number++) {
    const start = at;
    if (start + STATUS_BYTES + hash + 2 > bytes.byteLength) return undefined;
    const kind = view.getUint32(start + MODE_AT) >>> 12;
    if (!MODES.has(kind)) return undefined;
    at = start + STATUS_BYTES + hash;
    const flags = view.getUint16(at);
    at += version > 2 && (flags & EXTENDED) !== 0 ? 4 : 2;
    let kept = 0;
    if (version === 4) {
      const stripped = offsetAt(bytes, at);
      kept = name.byteLength - stripped.value;
      at = stripped.end;
      if (kept < 0) return undefined;
    }
    const end = bytes.indexOf(0, at);
    if (end < 0) return undefined;
    name = joined(name.subarray(0, kept), bytes.subarray(at, end));
    const length = flags & NAME_LENGTH;
    if (length < NAME_LENGTH && length !== name.byteLength) return undefined;
    // Before version 4, entries are filled up with 1 to 8 bytes.
    at = version === 4 ? end + 1 : start + ((end - start + 8) & ~7);
    const path = decoder.decode(name).normalize('NFC');
    if (kind === FOLDER) folders.push(path.endsWith('/') ? path : `${path}/`);
    else files.add(path);
  }
  if (at + hash > bytes.byteLength) return undefined;
  const shared = sharedIndex(view, bytes, at, hash);
  return { files, folders, ...(shared === undefined ? {} : { shared }) };
}

/** A number as git writes it where one is never longer than it must be: seven bits a byte, each further byte adding one. */
function offsetAt(bytes: Uint8Array, start: number): { value: number; end: number } {
  let at = start;
  let byte = bytes[at++] ?? 0;
  let value = byte & 0x7f;
  while ((byte & 0x80) !== 0 && at < bytes.byteLength) {
    byte = bytes[at++] ?? 0;
    value = ((value + 1) << 7) | (byte & 0x7f);
  }
  return { value, end: at };
}

function joined(before: Uint8Array, behind: Uint8Array): Uint8Array {
  const name = new Uint8Array(before.byteLength + behind.byteLength);
  name.set(before);
  name.set(behind, before.byteLength);
  return name;
}

/** The extension `link` names the index that this one builds on. */
function sharedIndex(
  view: DataView,
  bytes: Uint8Array,
  from: number,
  hash: number,
): string | undefined {
  const end = bytes.byteLength - hash;
  for (let at = from; at + 8 <= end;) {
    const size = view.getUint32(at + 4);
    if (view.getUint32(at) === 0x6c696e6b && at + 8 + hash <= end) {
      const name = bytes.subarray(at + 8, at + 8 + hash);
      const hex = Array.from(name, (byte) => byte.toString(16).padStart(2, '0')).join('');
      return /^0+$/.test(hex) ? undefined : `sharedindex.${hex}`;
    }
    at += 8 + size;
  }
  return undefined;
}
