import * as z from 'zod';
import type { InitializationOptions } from '../shared/protocol';

const options = z.object({
  debounce: z.number().min(0).max(60_000).optional().catch(undefined),
  readsFiles: z.boolean().optional().catch(undefined),
  rulesDocumentation: z.string().optional().catch(undefined),
});

/** The options of the client; what is malformed counts as left out. */
export function readOptions(written: unknown): InitializationOptions {
  const { debounce, readsFiles, rulesDocumentation } = options.catch({}).parse(written ?? {});
  return {
    ...(debounce === undefined ? {} : { debounce }),
    ...(readsFiles === undefined ? {} : { readsFiles }),
    ...(rulesDocumentation === undefined ? {} : { rulesDocumentation }),
  };
}
