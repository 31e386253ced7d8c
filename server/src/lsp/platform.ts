import type { FileSystem, ReadPdf } from '../core/ports';

/** What the server is made of on a platform. */
export interface Platform {
  /** Reads `file:` URIs itself; without it, everything is read through the client. */
  readonly files?: FileSystem;
  readonly readPdf?: ReadPdf;
  readonly version: string;
}
