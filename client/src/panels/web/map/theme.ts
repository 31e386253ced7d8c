import { mapStyles, type Palette } from '../../../../../server/src/core/exports/map/palette';

const PAPER = 'var(--vscode-editor-background)';
const INK = 'var(--vscode-editor-foreground)';

/** A colour of the theme that shines through the background, in percent. */
function tint(colour: string, percent: number): string {
  return `color-mix(in srgb, ${colour} ${percent}%, ${PAPER})`;
}

const kind = (name: string): string => `var(--vscode-warrant-${name}Foreground)`;

/** The colours of VS Code's theme: those of the kinds are the extension's own, as in reading mode. */
const THEME: Palette = {
  paper: PAPER,
  ink: INK,
  muted: tint(INK, 78),
  line: tint(INK, 70),
  lane: tint(INK, 6),
  mechanism: kind('mechanism'),
  mechanismFill: tint(kind('mechanism'), 6),
  step: kind('step'),
  stepFill: PAPER,
  end: tint(INK, 80),
  endFill: tint(INK, 10),
  construct: kind('construct'),
  constructFill: tint(kind('construct'), 10),
  groupFill: tint(kind('construct'), 5),
  claim: kind('claim'),
  claimFill: PAPER,
  evidence: kind('evidence'),
  evidenceFill: tint(kind('evidence'), 8),
  against: 'var(--vscode-editorError-foreground)',
};

/** Gives the document the styles of drawn maps. They are made by script: the policy of the panel allows none in its text. */
export function adoptTheme(): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(mapStyles(THEME));
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}
