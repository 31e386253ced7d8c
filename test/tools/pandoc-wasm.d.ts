/** The part of the untyped npm package `pandoc-wasm` that the tests use. */
declare module 'pandoc-wasm' {
  /** What one conversion gives; Pandoc's errors stand in `stderr` after `ERROR:`. */
  interface ConvertResult {
    readonly stdout: string;
    readonly stderr: string;
    readonly warnings: readonly unknown[];
    readonly files: Readonly<Record<string, string | Blob>>;
    readonly mediaFiles: Readonly<Record<string, Blob>>;
  }

  /** Runs Pandoc; `options` has the keys of a Pandoc defaults file, `files` is the file system. */
  export function convert(
    options: Readonly<Record<string, unknown>>,
    stdin: string | null,
    files: Readonly<Record<string, string | Blob>>,
  ): Promise<ConvertResult>;

  /** Asks Pandoc about itself, as `pandoc --version` and its like do. */
  export function query(options: Readonly<Record<string, string>>): unknown;
}
