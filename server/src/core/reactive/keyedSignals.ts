import { Signal } from './signal';
import { isTracking } from './system';

/** A table whose readers are told when the answer to their key changes. Only keys that somebody reads cost anything. */
export class KeyedSignals<K, V> {
  readonly #look: (key: K) => V;
  readonly #signals = new Map<K, Signal<V>>();

  /** `look` gives the present answer. */
  constructor(look: (key: K) => V) {
    this.#look = look;
  }

  /** The answer for a key. */
  get(key: K): V {
    let signal = this.#signals.get(key);
    if (!signal) {
      const value = this.#look(key);
      if (!isTracking()) return value;
      this.#signals.set(key, (signal = new Signal(value)));
    }
    return signal.value;
  }

  /** Says that the answer for a key may be another one. */
  refresh(key: K): void {
    const signal = this.#signals.get(key);
    if (!signal) return;
    if (signal.subs === undefined) this.#signals.delete(key);
    else signal.value = this.#look(key);
  }
}
