import { Inflate } from 'fflate';
import { finish, type Steps } from '../../steps';
import { packedBytes, readDirectory, type ArchiveEntry } from './directory';

/** The largest file of an archive that is unpacked, in bytes. */
const MAX_ENTRY_BYTES = 64 * 1024 * 1024;

/** All that is unpacked of one archive, in bytes. */
const MAX_TOTAL_BYTES = 256 * 1024 * 1024;

/** How much smaller than its contents a packed file may be: repetitive XML shrinks to a hundredth, a bomb to a thousandth. */
const MAX_RATIO = 400;

/** Below this size in bytes the ratio says nothing: a blank page shrinks to next to nothing. */
const HARMLESS_BYTES = 1024 * 1024;

/** So many packed bytes are unpacked at once: a thousand times as many come of them at most. */
const SLICE = 4096;

/**
 * A zip archive of which files are unpacked when they are asked for. What its directory says of sizes is not believed: a
 * file is unpacked piece by piece, and given up when it grows larger than it may.
 */
export class Archive {
  readonly #bytes: Uint8Array;
  readonly #entries: ReadonlyMap<string, ArchiveEntry>;
  #left = MAX_TOTAL_BYTES;

  /** Throws an Error that says why it is no archive. */
  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    this.#entries = readDirectory(bytes);
  }

  /** The names of its files, folders included, with `/`. */
  get names(): Iterable<string> {
    return this.#entries.keys();
  }

  /** The bytes of a file; undefined where there is none of that name. Throws an Error that says why it cannot be read. */
  read(name: string): Uint8Array | undefined {
    return finish(this.reading(name));
  }

  /** The same, step by step. */
  *reading(name: string): Steps<Uint8Array | undefined> {
    const entry = this.#entries.get(name);
    if (!entry) return undefined;
    if (entry.isEncrypted) throw new Error('it is protected by a password');
    const packed = packedBytes(this.#bytes, entry);
    const contents = yield* this.#unpack(packed, entry);
    this.#left -= contents.length;
    if ((yield* crc32(contents)) !== entry.crc) throw new Error('it is damaged');
    return contents;
  }

  *#unpack(packed: Uint8Array, { method }: ArchiveEntry): Steps<Uint8Array> {
    const limit = Math.min(
      MAX_ENTRY_BYTES,
      this.#left,
      Math.max(HARMLESS_BYTES, packed.length * MAX_RATIO),
    );
    if (method === 0) {
      if (packed.length > limit) throw new Error(TOO_LARGE);
      return packed;
    }
    if (method !== 8) throw new Error('it is packed by a method that is not known');
    return yield* inflate(packed, limit);
  }
}

const TOO_LARGE = 'it is too large to be read, as a zip bomb is';

function* inflate(packed: Uint8Array, limit: number): Steps<Uint8Array> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  const stream = new Inflate((piece) => {
    pieces.push(piece);
    size += piece.length;
  });
  for (let start = 0; start < packed.length; start += SLICE) {
    try {
      stream.push(packed.subarray(start, start + SLICE), start + SLICE >= packed.length);
    } catch (error) {
      throw new Error('it is damaged', { cause: error });
    }
    if (size > limit) throw new Error(TOO_LARGE);
    yield;
  }
  const whole = new Uint8Array(size);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

/** So many bytes are summed up in one step. */
const BLOCK = 256 * 1024;

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, index) => {
  let value = index;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value;
});

/** The checksum of zip archives (ISO 3309). */
function* crc32(bytes: Uint8Array): Steps<number> {
  let crc = 0xffffffff;
  for (let at = 0; at < bytes.length; at++) {
    crc = (CRC_TABLE[(crc ^ (bytes[at] ?? 0)) & 0xff] ?? 0) ^ (crc >>> 8);
    if (at % BLOCK === 0) yield;
  }
  return ~crc >>> 0;
}
