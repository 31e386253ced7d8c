import { ensureBuilt } from './build.mjs';

/** Builds what the tests of the command and of the server run, before the first test. */
export default () => ensureBuilt();
