import { readFileSync } from 'node:fs';

/** The strip filter as it ships, as source text. */
export const stripFilter = readFileSync(
  new URL('../../filters/warrant-strip.lua', import.meta.url),
  'utf8',
);
