/**
 * Moves the focus among the controls of a toolbar or menu (WAI-ARIA Authoring Practices §Toolbar, §Menu): the arrow keys
 * walk round, Home and End go to the ends. With the tab key the whole is one stop.
 * @param keys the keys that go to the control before and the one behind
 * @returns whether the key was one of these
 */
export function rove(
  event: KeyboardEvent,
  container: HTMLElement,
  keys: readonly [before: string, behind: string],
): boolean {
  const controls = [...container.querySelectorAll<HTMLElement>('[data-roving]')].filter(
    (control) => !control.hasAttribute('disabled'),
  );
  const at = controls.findIndex((control) => control === event.target);
  // What is typed into a field moves its caret.
  if (event.target instanceof HTMLInputElement && !isAtEnd(event.target, event.key)) return false;
  const last = controls.length - 1;
  const next = {
    [keys[0]]: at <= 0 ? last : at - 1,
    [keys[1]]: at === last ? 0 : at + 1,
    Home: 0,
    End: last,
  }[event.key];
  const control = next === undefined ? undefined : controls[next];
  if (!control) return false;
  event.preventDefault();
  settle(controls, control);
  control.focus();
  return true;
}

/** Makes one control of a toolbar the one that the tab key reaches. */
export function settle(controls: Iterable<HTMLElement>, chosen: HTMLElement): void {
  for (const control of controls) control.tabIndex = control === chosen ? 0 : -1;
}

function isAtEnd({ selectionStart, selectionEnd, value }: HTMLInputElement, key: string): boolean {
  if (key === 'ArrowLeft') return selectionStart === 0 && selectionEnd === 0;
  if (key === 'ArrowRight') return selectionStart === value.length;
  return false;
}
