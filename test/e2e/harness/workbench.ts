import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Browser, Frame, Locator, Page } from 'playwright-core';
import { launchBrowser } from './browser';
import { currentEnvironment } from './environment';
import { middleOf } from './textPlace';
import { startVscodeServer, type VscodeServer } from './vscodeServer';
import { copyWorkspace, type Workspace } from './workspace';

/** How a {@link Workbench} is opened. */
export interface WorkbenchOptions {
  /** The folder to open, relative to the repository's root. It is copied. */
  readonly workspace: string;
  readonly settings?: Readonly<Record<string, unknown>>;
}

/** How VS Code underlines a range, by the severity of its diagnostic. */
export type Squiggle = 'error' | 'warning' | 'info' | 'hint';

/** The themes that tests change to, by the class of the workbench in them. */
const THEMES = {
  'Default Dark Modern': 'vs-dark',
  'Default High Contrast': 'hc-black',
  'Default High Contrast Light': 'hc-light',
} as const;

const patience = 20_000;

/**
 * A real VS Code with the packaged extension installed, seen and used as an author would. Every
 * method waits for what it names, and fails with a message when it does not come.
 */
export class Workbench {
  /** The opened folder: a copy that tests may change. */
  readonly folder: string;
  /** For what this class does not offer. */
  readonly page: Page;
  readonly #server: VscodeServer;
  readonly #browser: Browser;
  readonly #workspace: Workspace;

  private constructor(server: VscodeServer, browser: Browser, workspace: Workspace, page: Page) {
    this.#server = server;
    this.#browser = browser;
    this.#workspace = workspace;
    this.folder = workspace.folder;
    this.page = page;
  }

  /** Starts VS Code, opens a folder and waits until the workbench stands. */
  static async open({ workspace, settings = {} }: WorkbenchOptions): Promise<Workbench> {
    const { repository, installation, browser: program, vsix } = currentEnvironment();
    const copy = await copyWorkspace(path.join(repository, workspace));
    const server = await startVscodeServer(installation, { settings, extensions: [vsix] });
    const browser = await launchBrowser(program);
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    page.setDefaultTimeout(patience);
    const workbench = new Workbench(server, browser, copy, page);
    try {
      await page.goto(server.address(copy.folder), { waitUntil: 'domcontentloaded' });
      await page.locator('.monaco-workbench .part.statusbar').waitFor({ timeout: 60_000 });
      await page.locator('.explorer-folders-view .monaco-list-row').first().waitFor();
    } catch (error) {
      await workbench.close();
      throw error;
    }
    return workbench;
  }

  /** Ends VS Code and removes the copy of the folder. */
  async close(): Promise<void> {
    await this.#browser.close();
    await this.#server.stop();
    await this.#workspace.remove();
  }

  /** Saves a picture of the whole window. */
  async screenshot(name: string): Promise<void> {
    const { screenshots } = currentEnvironment();
    await mkdir(screenshots, { recursive: true });
    await this.page.screenshot({ path: path.join(screenshots, `${name}.png`) });
  }

  /**
   * Saves a picture in a light and a dark theme and in one of high contrast; what is open stays open. In CI, where nobody
   * looks at them, there is only the first one.
   */
  async screenshotsInThemes(name: string): Promise<void> {
    await this.screenshot(`${name}-light`);
    if (process.env['CI']) return;
    await this.setTheme('Default Dark Modern');
    await this.screenshot(`${name}-dark`);
    await this.setTheme('Default High Contrast');
    await this.screenshot(`${name}-high-contrast`);
    await this.setTheme();
  }

  /**
   * Sets the colour theme of the folder and waits for it, or has the light one of the user again. It replaces other
   * settings of the folder.
   */
  async setTheme(theme?: keyof typeof THEMES): Promise<void> {
    await this.setFolderSettings(theme && { 'workbench.colorTheme': theme });
    await this.page.locator(`.monaco-workbench.${theme ? THEMES[theme] : 'vs'}`).waitFor();
    // Decorations are drawn anew a little after the workbench.
    await this.page.waitForTimeout(500);
  }

  /** Replaces the settings of the folder; VS Code takes a moment to follow. */
  async setFolderSettings(settings?: Readonly<Record<string, unknown>>): Promise<void> {
    const file = path.join(this.folder, '.vscode', 'settings.json');
    if (settings === undefined) {
      await rm(file, { force: true });
    } else {
      await mkdir(path.dirname(file), { recursive: true });
      await writeFile(file, JSON.stringify(settings));
    }
  }

  /** Runs a command by its title in the palette, such as `View: Close Editor`. */
  async command(title: string): Promise<void> {
    const row = this.#quickPick(title).first();
    await this.#ask('F1', `>${title}`, row);
    await row.click();
  }

  /** Chooses an entry of the quick pick that is open. */
  async pick(text: string): Promise<void> {
    await this.#quickPick(text).first().click();
  }

  /** Answers the input box that is open. */
  async answer(text: string): Promise<void> {
    await this.#quickInput().fill(text);
    await this.page.keyboard.press('Enter');
  }

  /** Opens a file of the folder in an editor, by its path in the folder. */
  async openFile(file: string): Promise<void> {
    const name = path.posix.basename(file);
    await this.#ask('Control+P', file, this.#focusedPick(name));
    await this.page.keyboard.press('Enter');
    await this.page.locator('.tab.active', { hasText: name }).waitFor();
    await this.page.locator('.editor-group-container.active .view-lines').waitFor();
  }

  /** Puts the caret at a place of the active editor; line and column count from 1. */
  async goTo(line: number, column = 1): Promise<void> {
    const entry = this.#focusedPick(new RegExp(`\\b${String(line)}\\b`));
    await this.#ask('Control+G', `:${String(line)}:${String(column)}`, entry);
    await this.page.keyboard.press('Enter');
    await this.#quickInput().waitFor({ state: 'hidden' });
    // Keys would be lost before the editor has the focus again.
    await this.page.locator('.editor-group-container.active .monaco-editor.focused').waitFor();
  }

  /** Types at the caret of the active editor. */
  async type(text: string): Promise<void> {
    await this.page.keyboard.type(text);
  }

  /** Saves the active editor, and waits until it is no longer marked as changed. */
  async save(): Promise<void> {
    await this.page.keyboard.press('Control+S');
    await this.page.locator('.tab.active.dirty').waitFor({ state: 'hidden' });
  }

  /** The underlined ranges of the active editor, as far as it is scrolled into view. */
  squiggles(kind: Squiggle): Locator {
    return this.page.locator(`.editor-group-container.active .squiggly-${kind}`);
  }

  /** Opens the Problems panel and gives its rows, as far as they are scrolled into view. */
  async problems(text?: string | RegExp): Promise<Locator> {
    const panel = this.page.locator('.markers-panel');
    if (!(await panel.isVisible())) await this.command('Problems: Focus on Problems View');
    await panel.waitFor();
    const rows = panel.locator('.monaco-list-row');
    return text === undefined ? rows : rows.filter({ hasText: text });
  }

  /** Closes the panel below the editors, if it is open. */
  async hidePanel(): Promise<void> {
    const panel = this.page.locator('.part.panel').filter({ visible: true });
    if ((await panel.count()) > 0) await this.command('View: Hide Panel');
    await panel.waitFor({ state: 'hidden' });
  }

  /** Rests the pointer on a text of the active editor and gives the text of the hover. */
  async hover(text: string, expected?: string | RegExp): Promise<string> {
    const hovers = this.page.locator('.monaco-resizable-hover, .monaco-hover').filter({
      visible: true,
      ...(expected === undefined ? {} : { hasText: expected }),
    });
    const end = Date.now() + patience;
    for (;;) {
      // Lenses that come late move the text.
      const { x, y } = await this.#place(text);
      await this.page.mouse.move(x, y - 60);
      await this.page.mouse.move(x, y, { steps: 5 });
      try {
        await hovers.first().waitFor({ timeout: 4000 });
        return await hovers.first().innerText();
      } catch (error) {
        // A hover is not asked for where the pointer has come to rest while the text was still being drawn.
        if (Date.now() > end) throw error;
      }
    }
  }

  /** Moves the pointer away, so that no hover covers the picture. */
  async endHover(): Promise<void> {
    await this.page.mouse.move(640, 2, { steps: 3 });
    await this.page.locator('.monaco-hover').filter({ visible: true }).waitFor({ state: 'hidden' });
  }

  /** Opens the menu of quick fixes on a text of the active editor and gives their titles. */
  async quickFixes(text: string): Promise<string[]> {
    const rows = this.page.locator('.action-widget .monaco-list-row.action');
    const end = Date.now() + patience;
    for (;;) {
      const { x, y } = await this.#place(text);
      await this.page.mouse.click(x, y);
      await this.page.keyboard.press('Control+.');
      try {
        await rows.first().waitFor({ timeout: 4000 });
        return await rows.allInnerTexts();
      } catch (error) {
        // The menu goes again where the text is drawn anew while it opens.
        if (Date.now() > end) throw error;
      }
    }
  }

  /** Chooses a quick fix on a text of the active editor by (a part of) its title. */
  async quickFix(text: string, title: string): Promise<void> {
    const titles = await this.quickFixes(text);
    // By the keyboard: the menu blocks the pointer until it has moved a while.
    const chosen = this.page.locator('.action-widget .monaco-list-row.action.focused', {
      hasText: title,
    });
    for (let step = 0; step < titles.length && (await chosen.count()) === 0; step++) {
      await this.page.keyboard.press('ArrowDown');
    }
    if ((await chosen.count()) === 0) {
      throw new Error(`No quick fix “${title}” is offered, but: ${titles.join(', ')}`);
    }
    await this.page.keyboard.press('Enter');
    await this.page.locator('.action-widget').first().waitFor({ state: 'hidden' });
  }

  /** Shows a view container by the name on its icon in the activity bar. */
  async openView(container: string): Promise<void> {
    const icon = this.page.locator(`.action-label[aria-label^="${container}"]`);
    const item = this.page.locator('.activitybar .action-item', { has: icon });
    if ((await item.and(this.page.locator('.checked')).count()) === 0) await item.click();
    await item.and(this.page.locator('.checked')).waitFor();
  }

  /** Rows of a tree view of the side bar, as far as they are scrolled into view. */
  treeRows(text?: string | RegExp): Locator {
    const rows = this.page.locator('.customview-tree .monaco-list-row');
    return text === undefined ? rows : rows.filter({ hasText: text });
  }

  /** Unfolds a row of a tree view. */
  async expand(text: string | RegExp): Promise<void> {
    const row = this.treeRows(text).first();
    if ((await row.getAttribute('aria-expanded')) === 'false') {
      await row.locator('.monaco-tl-twistie').click();
    }
  }

  /** Folds views of the container in the side bar, so that there is room for the rows of the others. */
  async foldViews(...names: readonly string[]): Promise<void> {
    for (const name of names) {
      const header = this.page.locator('.pane-header', { hasText: new RegExp(`^${name}`) });
      await header.waitFor();
      // Beside the title there are buttons.
      if ((await header.getAttribute('aria-expanded')) === 'true') {
        await header.click({ position: { x: 40, y: 10 } });
      }
    }
  }

  /** Drags something, such as the border of the side bar, from one place of the window to another, in pixels. */
  async drag(from: readonly [number, number], to: readonly [number, number]): Promise<void> {
    await this.page.mouse.move(...from);
    await this.page.mouse.down();
    await this.page.mouse.move(...to, { steps: 5 });
    await this.page.mouse.up();
  }

  /** An entry of the status bar. */
  statusBarItem(text: string | RegExp): Locator {
    return this.page.locator('.statusbar .statusbar-item', { hasText: text });
  }

  /** The notifications that are shown: a quiet extension shows none. */
  async notifications(): Promise<string[]> {
    return this.page.locator('.notification-toast').allInnerTexts();
  }

  /** The webview whose document has an element that `selector` matches. */
  async webview(selector: string): Promise<Frame> {
    const end = Date.now() + patience;
    while (Date.now() < end) {
      for (const frame of this.page.frames()) {
        if (frame === this.page.mainFrame()) continue;
        const count = await frame
          .locator(selector)
          .count()
          .catch(() => 0);
        if (count > 0) return frame;
      }
      await this.page.waitForTimeout(200);
    }
    throw new Error(`No webview with ${selector} was shown.`);
  }

  /** The middle of a text of the active editor, in pixels. */
  async #place(text: string): Promise<{ x: number; y: number }> {
    const lines = this.page.locator('.editor-group-container.active .view-lines .view-line');
    // Monaco writes spaces as no-break spaces.
    const pattern = new RegExp(escape(text).replaceAll(' ', '[ \\u00a0]'));
    const line = lines.filter({ hasText: pattern }).first();
    await line.waitFor();
    const box = await line.evaluate(middleOf, text);
    if (box === null) throw new Error(`“${text}” is not in view.`);
    return box;
  }

  /** Opens a quick pick and types into it, until an entry is there. */
  async #ask(key: string, text: string, entry: Locator): Promise<void> {
    const end = Date.now() + patience;
    for (;;) {
      await this.page.keyboard.press(key);
      try {
        await this.#quickInput().fill(text, { timeout: 2000 });
        await entry.waitFor({ timeout: 2000 });
        return;
      } catch (error) {
        if (Date.now() > end) throw error;
        // A pick that was still opening has put its own prefix over the text, and one that was open before a file was
        // written does not know the file.
        await this.page.keyboard.press('Escape');
        await this.#quickInput().waitFor({ state: 'hidden' });
      }
    }
  }

  /** The entry that Enter takes, which is another one until the list has followed the input. */
  #focusedPick(text: string | RegExp): Locator {
    return this.#quickPick(text).and(this.page.locator('.focused')).first();
  }

  #quickInput(): Locator {
    return this.page.locator('.quick-input-widget input').filter({ visible: true }).first();
  }

  #quickPick(text: string | RegExp): Locator {
    return this.page.locator('.quick-input-list .monaco-list-row', { hasText: text });
  }
}

function escape(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
