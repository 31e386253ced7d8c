import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import packageJson from '../../../package.json';
import { KINDS } from '../../../server/src/core/model';

const css = readFileSync('media/preview.css', 'utf8');
const colors = packageJson.contributes.configurationDefaults['editor.tokenColorCustomizations'];

/** The themes of VS Code that each block of colours is for: their background and the colour of their text. */
const themes = [
  [
    'light',
    'body',
    '[*Light*]',
    [
      ['#ffffff', '#3b3b3b'],
      ['#ffffff', '#000000'],
    ],
  ],
  [
    'dark',
    'body.vscode-dark',
    undefined,
    [
      ['#1f1f1f', '#cccccc'],
      ['#1e1e1e', '#d4d4d4'],
    ],
  ],
  [
    'high contrast',
    'body.vscode-high-contrast',
    '[Default High Contrast]',
    [['#000000', '#ffffff']],
  ],
  [
    'light high contrast',
    'body.vscode-high-contrast-light',
    '[Default High Contrast Light]',
    [['#ffffff', '#292929']],
  ],
] as const;

/** The custom properties of a rule; those of `body` hold where a theme sets no other. */
function propertiesOf(selector: string): Map<string, string> {
  const start = css.indexOf(`\n${selector} {`);
  const rule = css.slice(start, css.indexOf('}', start));
  return new Map(
    [...rule.matchAll(/--warrant-([\w-]+): ([^;]+);/g)].map(([, name = '', value = '']) => [
      name,
      value,
    ]),
  );
}

describe.each(themes)('in %s themes', (_, selector, theme, pages) => {
  const properties = propertiesOf(selector);

  test.each(KINDS)('a %s has the colour of the editor', (kind) => {
    const { textMateRules } = theme === undefined ? colors : colors[theme];
    const rule = textMateRules.find(({ scope }) => scope === `entity.name.type.${kind}.warrant`);
    expect(properties.get(kind)).toBe(rule?.settings.foreground);
  });

  test.each(KINDS)(
    'words that are tagged as %s, and their label, have a contrast of 4.5',
    (kind) => {
      const colour = rgb(properties.get(kind) ?? '');
      expect(contrast(rgb(properties.get('on-kind') ?? ''), colour)).toBeGreaterThanOrEqual(4.5);
      const tint = Number.parseFloat(properties.get('tint') ?? '') / 100;
      for (const [page, text] of pages) {
        // A tag in a tag in a tag.
        let background = rgb(page);
        for (let depth = 0; depth < 3; depth++) background = mix(colour, background, tint);
        expect(contrast(rgb(text), background)).toBeGreaterThanOrEqual(4.5);
        // The line below the words and the border beside them (WCAG 2.2, 1.4.11).
        expect(contrast(colour, rgb(page))).toBeGreaterThanOrEqual(3);
      }
    },
  );
});

test('each kind has a line of its own', () => {
  const lines = KINDS.map(
    (kind) => /--warrant-line: (\w+)/.exec(css.slice(css.indexOf(`\n.warrant-${kind} {`)))?.[1],
  );
  expect(new Set(lines).size).toBe(KINDS.length);
});

test('nothing moves, and forced colours are kept', () => {
  expect(css).not.toMatch(/transition|animation|scroll-behavior/);
  expect(css).toContain('@media (forced-colors: active)');
});

test('the extension contributes the styles and the plugin', () => {
  expect(packageJson.contributes['markdown.previewStyles']).toEqual(['./media/preview.css']);
  expect(packageJson.contributes['markdown.markdownItPlugins']).toBe(true);
});

type Colour = readonly [number, number, number];

function rgb(hex: string): Colour {
  const value = Number.parseInt(hex.slice(1), 16);
  return [value >> 16, (value >> 8) & 255, value & 255];
}

function mix(over: Colour, under: Colour, part: number): Colour {
  const channel = (index: 0 | 1 | 2) => over[index] * part + under[index] * (1 - part);
  return [channel(0), channel(1), channel(2)];
}

/** The contrast ratio of WCAG 2.2. */
function contrast(a: Colour, b: Colour): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour: Colour): number {
  const [red = 0, green = 0, blue = 0] = colour.map((channel) => {
    const part = channel / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
