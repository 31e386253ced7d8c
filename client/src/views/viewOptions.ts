import * as vscode from 'vscode';

/** How a view is shown, kept for the workspace. */
export class ViewOptions<T extends object> implements vscode.Disposable {
  readonly #memento: vscode.Memento;
  readonly #key: string;
  readonly #changed = new vscode.EventEmitter<void>();
  #value: T;

  readonly onDidChange = this.#changed.event;

  /**
   * @param key under which they are kept
   * @param initial what holds as long as nothing else was chosen
   */
  constructor(memento: vscode.Memento, key: string, initial: T) {
    this.#memento = memento;
    this.#key = key;
    this.#value = { ...initial, ...memento.get<Partial<T>>(key) };
  }

  get value(): T {
    return this.#value;
  }

  /** Changes some of them. */
  async set(changes: Partial<T>): Promise<void> {
    this.#value = { ...this.#value, ...changes };
    this.#changed.fire();
    await this.#memento.update(this.#key, this.#value);
  }

  dispose(): void {
    this.#changed.dispose();
  }
}
