import * as vscode from 'vscode';

/** Asks for one of several ways to show a view; the present one is marked, and comes first to hand. */
export function pickOption<T extends string>(
  title: string,
  choices: Readonly<Record<T, string>>,
  present: T,
): Promise<T | undefined> {
  const pick = vscode.window.createQuickPick<vscode.QuickPickItem & { readonly value: T }>();
  pick.title = title;
  pick.items = (Object.keys(choices) as T[]).map((value) => ({
    value,
    label: choices[value],
    iconPath: new vscode.ThemeIcon(value === present ? 'check' : 'blank'),
    ...(value === present ? { description: 'now' } : {}),
  }));
  pick.activeItems = pick.items.filter(({ value }) => value === present);
  return new Promise((resolve) => {
    pick.onDidAccept(() => {
      resolve(pick.selectedItems[0]?.value);
      pick.hide();
    });
    pick.onDidHide(() => {
      resolve(undefined);
      pick.dispose();
    });
    pick.show();
  });
}

/**
 * Asks for words to look for, and gives them while they are typed.
 * @param show is given what stands in the box; what stood there at first again where the author escapes
 */
export function askForWords(title: string, first: string, show: (words: string) => void): void {
  const box = vscode.window.createInputBox();
  box.title = title;
  box.placeholder = 'Words or an id; empty for all';
  box.value = first;
  let accepted = first;
  let waiting: ReturnType<typeof setTimeout> | undefined;
  const turnTo = (words: string): void => {
    clearTimeout(waiting);
    show(words);
  };
  box.onDidChangeValue((words) => {
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      show(words);
    }, PAUSE);
  });
  box.onDidAccept(() => {
    accepted = box.value;
    box.hide();
  });
  box.onDidHide(() => {
    turnTo(accepted);
    box.dispose();
  });
  box.show();
}

/** How long the author has stopped typing before the view follows, in milliseconds. */
const PAUSE = 150;
