import axe from 'axe-core';
import type { Frame } from 'playwright-core';

/**
 * What axe-core finds wrong with a webview, for who uses it without a mouse, without eyes or with weak ones: a line for
 * each rule that is broken, with the elements that break it. None where all is well.
 */
export async function accessibilityFaults(frame: Frame): Promise<string[]> {
  // Evaluated, not added: the policy of the webview lets no script in.
  await frame.evaluate(axe.source);
  const { violations } = await frame.evaluate(async () => {
    const { axe: engine } = globalThis as unknown as { axe: typeof axe };
    return engine.run(document, { resultTypes: ['violations'] });
  });
  return violations.map(({ id, help, nodes }) => {
    const places = nodes.slice(0, 3).map(({ target }) => target.join(' '));
    return `${id}: ${help} (${nodes.length}): ${places.join(', ')}`;
  });
}
