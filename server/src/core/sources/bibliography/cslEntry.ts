import type { YamlValue } from '../../config';
import type { TextRange } from '../../text/range';
import type { Entry } from './bibliography';
import { workOfCsl } from './csl';
import type { Work } from './work';

/** An item of CSL, which is read when it is asked for. */
export class CslEntry implements Entry {
  readonly key: string;
  readonly range: TextRange;
  readonly keyRange: TextRange;
  readonly #read: () => YamlValue;
  #work: Work | undefined;

  constructor(key: string, range: TextRange, keyRange: TextRange, read: () => YamlValue) {
    this.key = key;
    this.range = range;
    this.keyRange = keyRange;
    this.#read = read;
  }

  get work(): Work {
    return (this.#work ??= workOfCsl(this.key, this.#read()));
  }

  prepare(): void {
    this.#work ??= workOfCsl(this.key, this.#read());
  }
}
