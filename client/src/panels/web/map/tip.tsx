import type { JSX } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Spot } from './viewport';

/** What the pointer rests on. */
export interface Pointed {
  readonly title: string;
  readonly lines: readonly string[];
  /** Where the pointer is, in the pane. */
  readonly at: Spot;
}

/** Shows the text of what the pointer rests on, beside the pointer. */
export function Tip({ title, lines, at }: Pointed): JSX.Element {
  const element = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const tip = element.current;
    const pane = document.querySelector('.canvas');
    if (!tip || !pane) return;
    const { left, top } = pane.getBoundingClientRect();
    const right = window.innerWidth - tip.offsetWidth - 8;
    const below = top + at.y + 16;
    const above = top + at.y - tip.offsetHeight - 8;
    const fits = below + tip.offsetHeight < window.innerHeight;
    tip.style.left = `${Math.max(4, Math.min(left + at.x + 8, right))}px`;
    tip.style.top = `${Math.max(4, fits ? below : above)}px`;
  }, [title, at]);
  return (
    <div ref={element} class="tip" aria-hidden="true">
      <strong>{title}</strong>
      {lines.map((line, index) => (
        <p key={index}>{line}</p>
      ))}
    </div>
  );
}
