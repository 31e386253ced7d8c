import { type NodeOwner, Signal } from './signal';
import { isTracking } from './system';

/** A table whose readers are told when the answer to their key changes. Only keys that somebody reads cost anything. */
export class KeyedSignals<K, V> implements NodeOwner<K> {
  readonly #look: (key: K) => V;
  readonly #signals = new Map<K, Signal<V, K>>();

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
      this.#signals.set(key, (signal = new Signal<V, K>(value, this, key)));
    }
    return signal.value;
  }

  /** Says that the answer for a key may be another one. */
  refresh(key: K): void {
    const signal = this.#signals.get(key);
    if (signal) signal.value = this.#look(key);
  }

  unread(key: K): void {
    this.#signals.delete(key);
  }
}
