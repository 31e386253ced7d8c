/** Waits for something to come true of the window, or of what it writes; fails after twenty seconds. */
export async function eventually(what: string, isTrue: () => Promise<boolean>): Promise<void> {
  const end = Date.now() + 20_000;
  while (!(await isTrue().catch(() => false))) {
    if (Date.now() > end) throw new Error(`It did not come true that ${what}.`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
