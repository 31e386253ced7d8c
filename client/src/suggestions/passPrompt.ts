import * as vscode from 'vscode';
import type { Choice, Question } from './question';

interface Item<A> extends vscode.QuickPickItem {
  readonly choice: Choice<A>;
}

/**
 * Asks at each step of a pass, by a quick pick that stays open: Enter takes the first choice, a letter takes another one at
 * once, arrows and the pointer work as everywhere, Escape stops. The editor stays in sight, and may be edited meanwhile.
 * The first choice may have a letter as well.
 */
export class PassPrompt<A> implements vscode.Disposable {
  readonly #pick = vscode.window.createQuickPick<Item<A>>();
  readonly #subscriptions: vscode.Disposable;
  readonly #stop: A;
  #settle: ((answer: A) => void) | undefined;
  #question: Question<A> | undefined;
  /** How often it was hidden only to be shown again. */
  #refocused = 0;
  /** Whether it was closed while an answer was being carried out. */
  #isClosed = false;

  /** @param stop what is answered where the quick pick is closed */
  constructor(stop: A) {
    this.#stop = stop;
    const pick = this.#pick;
    // An author who puts a word right in the text comes back to the same question.
    pick.ignoreFocusOut = true;
    this.#subscriptions = vscode.Disposable.from(
      pick,
      pick.onDidChangeValue((value) => {
        this.#typed(value);
      }),
      pick.onDidAccept(() => {
        const [chosen] = pick.selectedItems.length > 0 ? pick.selectedItems : pick.activeItems;
        if (chosen) this.#answer(chosen.choice.answer);
      }),
      pick.onDidHide(() => {
        if (this.#refocused > 0) this.#refocused--;
        else if (this.#settle) this.#answer(this.#stop);
        else this.#isClosed = true;
      }),
    );
  }

  /** Asks, and waits for the answer. */
  ask(question: Question<A>): Promise<A> {
    if (this.#isClosed) return Promise.resolve(this.#stop);
    this.#show(question);
    return new Promise((resolve) => {
      this.#settle = resolve;
    });
  }

  /** Brings the keyboard back to the question. One that is shown already takes no focus. */
  focus(): void {
    if (!this.#settle) return;
    this.#refocused++;
    this.#pick.hide();
    if (this.#question) this.#show(this.#question);
  }

  dispose(): void {
    this.#isClosed = true;
    this.#answer(this.#stop);
    this.#subscriptions.dispose();
  }

  /** A quick pick that was hidden has forgotten its items. */
  #show(question: Question<A>): void {
    this.#question = question;
    const { title, reason, passage, choices } = question;
    const pick = this.#pick;
    const items = choices.map((choice, index): Item<A> => {
      const { icon, label, key } = choice;
      const description = index === 0 && key === undefined ? 'Enter' : (key ?? '');
      const item = { choice, label: `$(${icon}) ${label}`, description, alwaysShow: true };
      return index === 0 && passage !== undefined ? { ...item, detail: passage } : item;
    });
    pick.title = title;
    pick.placeholder = reason;
    pick.value = '';
    pick.items = items;
    pick.activeItems = items.slice(0, 1);
    pick.busy = false;
    pick.show();
  }

  #typed(value: string): void {
    if (value === '') return;
    this.#pick.value = '';
    const key = value.slice(-1).toLowerCase();
    const item = this.#pick.items.find(({ choice }) => choice.key === key);
    if (item) this.#answer(item.choice.answer);
  }

  /** What is typed while an answer is being carried out is about nothing that its author has seen. */
  #answer(answer: A): void {
    const settle = this.#settle;
    this.#settle = undefined;
    if (!settle) return;
    this.#pick.busy = true;
    settle(answer);
  }
}
