import { format } from 'node:util';
import { launchBrowser, type BrowserProgram } from './browser';
import { RESULT_PREFIX } from './inHost';
import type { TestResult } from './results';
import type { Installation } from './vscodeInstallation';
import { startVscodeServer } from './vscodeServer';

/** A run of tests inside the extension host. */
export interface HostRun {
  readonly installation: Installation;
  readonly browser: BrowserProgram;
  /** The folder of the extension under development, which holds its `package.json`. */
  readonly extension: string;
  /** The bundle that exports `run`, without `.js`. */
  readonly tests: string;
  /** The folder that is opened. Tests may change it: pass a copy. */
  readonly workspace: string;
  /** `node` runs the extension's `main`, `web` its `browser` entry in a web worker. */
  readonly host: 'node' | 'web';
  readonly settings?: Readonly<Record<string, unknown>>;
  /** Milliseconds after which the run is given up. */
  readonly timeout: number;
  readonly onResult: (result: TestResult) => void;
}

/**
 * Runs a bundled suite inside the extension host of a real VS Code, as `@vscode/test-electron`
 * would, but driven through a headless browser.
 *
 * @returns the results of all tests that ended.
 * @throws with the console's last messages when the suite did not run to its end.
 */
export async function runInExtensionHost(run: HostRun): Promise<TestResult[]> {
  const server = await startVscodeServer(run.installation, {
    settings: {
      // Else VS Code runs an extension that has both entries where its folder is.
      ...(run.host === 'web' ? { 'remote.extensionKind': { 'warrant.warrant': ['web'] } } : {}),
      ...run.settings,
    },
    automation: true,
  });
  try {
    const browser = await launchBrowser(run.browser);
    try {
      const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
      const results: TestResult[] = [];
      const messages: string[] = [];
      page.on('pageerror', (error) => messages.push(error.message));
      // VS Code's web driver calls these two, by these names, from the page.
      await page.exposeFunction('codeAutomationLog', (_type: string, args: unknown[]) => {
        const text = format(...args);
        if (text.startsWith(RESULT_PREFIX)) {
          const result = JSON.parse(text.slice(RESULT_PREFIX.length)) as TestResult;
          results.push(result);
          run.onResult(result);
        } else {
          messages.push(text);
        }
      });
      const ended = new Promise<number>((resolve) => {
        void page.exposeFunction('codeAutomationExit', resolve);
      });
      await page.goto(
        server.address(run.workspace, [
          ['extensionDevelopmentPath', server.remoteUri(run.extension)],
          ['extensionTestsPath', server.remoteUri(run.tests)],
          ['skipWelcome', 'true'],
          ...(run.host === 'web' ? [['extensionDevelopmentKind', 'web'] as const] : []),
        ]),
        { waitUntil: 'domcontentloaded' },
      );
      const code = await withinTime(ended, run.timeout);
      const failed = results.some(({ status }) => status === 'failed');
      if (code === undefined || results.length === 0 || (code !== 0 && !failed)) {
        const what = code === undefined ? 'did not end in time' : `ended with ${String(code)}`;
        throw new Error(
          [`The extension host ${what}. Its last messages:`, ...messages.slice(-40)].join('\n'),
        );
      }
      return results;
    } finally {
      await browser.close();
    }
  } finally {
    await server.stop();
  }
}

/** The value, or undefined when it takes longer. */
async function withinTime<T>(value: Promise<T>, milliseconds: number): Promise<T | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(resolve, milliseconds, undefined);
  });
  try {
    return await Promise.race([value, late]);
  } finally {
    clearTimeout(timer);
  }
}
