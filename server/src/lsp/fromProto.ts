import { URI } from 'vscode-uri';
import * as z from 'zod';
import type { InitializationOptions } from '../shared/protocol';

const options = z.object({
  debounce: z.number().min(0).max(60_000).optional().catch(undefined),
  readsFiles: z.boolean().optional().catch(undefined),
  rulesDocumentation: z.string().optional().catch(undefined),
  commands: z.array(z.string()).optional().catch(undefined),
  completesByWord: z.boolean().optional().catch(undefined),
  ownTokenTypes: z.boolean().optional().catch(undefined),
  showsSourceTexts: z.boolean().optional().catch(undefined),
});

/** The options of the client; what is malformed counts as left out. */
export function readOptions(written: unknown): InitializationOptions {
  const {
    debounce,
    readsFiles,
    rulesDocumentation,
    commands,
    completesByWord,
    ownTokenTypes,
    showsSourceTexts,
  } = options.catch({}).parse(written ?? {});
  return {
    ...(debounce === undefined ? {} : { debounce }),
    ...(readsFiles === undefined ? {} : { readsFiles }),
    ...(rulesDocumentation === undefined ? {} : { rulesDocumentation }),
    ...(commands === undefined ? {} : { commands }),
    ...(completesByWord === undefined ? {} : { completesByWord }),
    ...(ownTokenTypes === undefined ? {} : { ownTokenTypes }),
    ...(showsSourceTexts === undefined ? {} : { showsSourceTexts }),
  };
}

const folders = z.object({
  workspaceFolders: z
    .array(z.object({ uri: z.string() }))
    .nullish()
    .catch(undefined),
  rootUri: z.string().nullish().catch(undefined),
  rootPath: z.string().nullish().catch(undefined),
});

/**
 * The folders of the window, as URIs, from the parameters of `initialize`. Clients without several folders name one by
 * `rootUri`, and old ones by its path (LSP 3.17 §initialize).
 */
export function readFolders(params: object): string[] {
  const { workspaceFolders, rootUri, rootPath } = folders.parse(params);
  if (workspaceFolders && workspaceFolders.length > 0) {
    return workspaceFolders.map(({ uri }) => uri);
  }
  if (rootUri) return [rootUri];
  return rootPath ? [URI.file(rootPath).toString()] : [];
}
