import { FONT_FAMILY } from '../text/measure';
import { TEXT } from './boxes';

/** The colours of a map, each as CSS has it. */
export interface Palette {
  readonly paper: string;
  readonly ink: string;
  readonly muted: string;
  readonly line: string;
  readonly lane: string;
  readonly mechanism: string;
  readonly mechanismFill: string;
  readonly step: string;
  readonly stepFill: string;
  readonly end: string;
  readonly endFill: string;
  readonly construct: string;
  readonly constructFill: string;
  readonly groupFill: string;
  readonly claim: string;
  readonly claimFill: string;
  readonly evidence: string;
  readonly evidenceFill: string;
  readonly against: string;
}

/** Light, and told apart when printed without colour: ink on white, with tints. */
export const PRINT: Palette = {
  paper: '#ffffff',
  ink: '#1d1d1f',
  muted: '#55555a',
  line: '#4a4a4f',
  lane: '#f3f1ec',
  mechanism: '#7a4f9c',
  mechanismFill: '#fbf8fd',
  step: '#8a6a3a',
  stepFill: '#ffffff',
  end: '#3f4a54',
  endFill: '#e9edf0',
  construct: '#3f6f9f',
  constructFill: '#e8f0f8',
  groupFill: '#f5f9fd',
  claim: '#2f66a8',
  claimFill: '#ffffff',
  evidence: '#7d9c78',
  evidenceFill: '#f3f8f1',
  against: '#a8402f',
};

/**
 * The style sheet of a drawn map: what role has which colour and line. Every rule is about classes inside `.warrant-map`,
 * so that the drawing may stand in a page with others.
 */
export function mapStyles(palette: Palette): string {
  const rules: readonly (readonly [string, string])[] = [
    ['text', `font-family:${FONT_FAMILY};fill:${palette.ink}`],
    ...Object.entries(TEXT).map(
      ([role, { size, bold }]) =>
        [`.${role}`, `font-size:${size}px${bold ? ';font-weight:bold' : ''}`] as const,
    ),
    ['.middle', 'text-anchor:middle'],
    ['.detail', `fill:${palette.muted}`],
    ['.failed', `fill:${palette.against}`],
    ['.paper', `fill:${palette.paper}`],
    ['.shape', 'stroke-width:1.1'],
    ['.lane .shape', `fill:${palette.lane};stroke:none`],
    ['.mechanism .shape', `fill:${palette.mechanismFill};stroke:${palette.mechanism}`],
    ['.mechanism .heading', `fill:${palette.mechanism}`],
    ['.step .shape', `fill:${palette.stepFill};stroke:${palette.step}`],
    ['.trigger .shape', `fill:${palette.endFill};stroke:${palette.end}`],
    ['.outcome .shape', `fill:${palette.endFill};stroke:${palette.end};stroke-width:1.8`],
    ['.construct .shape', `fill:${palette.constructFill};stroke:${palette.construct}`],
    ['.group .shape', `fill:${palette.groupFill};stroke:${palette.construct}`],
    ['.group .heading', `fill:${palette.construct}`],
    ['.claim .shape', `fill:${palette.claimFill};stroke:${palette.claim}`],
    ['.claim .bar', `fill:${palette.claim}`],
    ['.evidence .shape', `fill:${palette.evidenceFill};stroke:${palette.evidence};stroke-width:.8`],
    ['.evidence .fold', `fill:none;stroke:${palette.evidence};stroke-width:.8`],
    ['.against .shape,.refuted .shape', `stroke:${palette.against};stroke-dasharray:4 2.5`],
    ['.badge', `fill:${palette.step}`],
    ['.mark', `fill:${palette.paper}`],
    ['.edge .path', `fill:none;stroke:${palette.line};stroke-width:1.2`],
    ['.edge .head', `fill:${palette.line};stroke:none`],
    ['.causes .path', `stroke:${palette.construct};stroke-width:1.5`],
    ['.causes .head', `fill:${palette.construct}`],
    ['.causes .detail', `fill:${palette.construct}`],
    ['.premise .path', `stroke:${palette.claim};stroke-dasharray:2 3`],
    ['.premise .head', `fill:${palette.claim}`],
    ['.rival .path', `stroke:${palette.against};stroke-dasharray:6 3`],
    ['.rival .head', `fill:${palette.against}`],
  ];
  return rules
    .map(([selectors, declarations]) => {
      const inside = selectors.split(',').map((selector) => `.warrant-map ${selector}`);
      return `${inside.join(',')}{${declarations}}`;
    })
    .join('\n');
}
