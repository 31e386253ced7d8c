import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The root of the repository, with the platform's separators. */
export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

/** Whether this runs on a machine that checks, where nobody watches and nothing may be skipped. */
export const isCi = !['', '0', 'false', undefined].includes(process.env['CI']);
