import { after, afterEach, before, describe } from 'mocha';
import { Workbench, type WorkbenchOptions } from './workbench';

/**
 * A suite with a workbench of its own, opened once. A picture is kept of the state in which a test
 * failed.
 *
 * @param define declares the tests; the function that it is given returns the open workbench.
 */
export function describeWorkbench(
  title: string,
  options: WorkbenchOptions,
  define: (workbench: () => Workbench) => void,
): void {
  describe(title, function () {
    // A pop-up that comes a moment late goes again with the next movement of the pointer; a fault fails twice.
    this.retries(1);
    let opened: Workbench | undefined;
    const workbench = (): Workbench => {
      if (opened === undefined) throw new Error('The workbench is open only while tests run.');
      return opened;
    };
    before(async function () {
      this.timeout(120_000);
      opened = await Workbench.open(options);
    });
    afterEach(async function () {
      const test = this.currentTest;
      // A test that is tried once more has no state yet.
      if (test && !test.isPending() && !test.isPassed()) {
        const name = test.fullTitle().replace(/[^\p{L}\p{N}]+/gu, '-');
        await opened?.screenshot(`failed-${name}${test.isFailed() ? '' : '-at-first'}`);
        // So that the next one does not type into what this one left open.
        await opened?.page.keyboard.press('Escape');
        await opened?.page.keyboard.press('Escape');
      }
    });
    after(async () => {
      await opened?.close();
      opened = undefined;
    });
    define(workbench);
  });
}
