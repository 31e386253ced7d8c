import type { Steps } from '../steps';

/** So many bytes are taken in one step. */
const BLOCK = 1024 * 1024;

/**
 * A short text that is the same for the same bytes, and in practice another one for others: their number, and two hashes
 * of 32 bits with different primes (after the FNV-1a of Fowler, Noll and Vo). Nobody is kept from making two files of one
 * fingerprint on purpose.
 */
export function* fingerprint(bytes: Uint8Array): Steps<string> {
  let a = 0x811c9dc5;
  let b = 0x9747b28c;
  for (let at = 0; at < bytes.length; at++) {
    if (at % BLOCK === 0) yield;
    const byte = bytes[at] ?? 0;
    a = Math.imul(a ^ byte, 0x01000193);
    b = Math.imul(b ^ byte, 0x5bd1e995);
    b ^= b >>> 15;
  }
  return `${bytes.length.toString(36)}-${(a >>> 0).toString(36)}-${(b >>> 0).toString(36)}`;
}
