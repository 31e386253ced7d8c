import type { JSX } from 'preact';

/** Tells who listens to a screen reader what has changed (WAI-ARIA 1.2 §status); it is not seen. */
export function Status({ text }: { readonly text: string }): JSX.Element {
  return (
    <div class="unseen" role="status">
      {text}
    </div>
  );
}

/** Says why a panel shows nothing, and what to do about it. */
export function Empty(props: {
  readonly title: string;
  readonly lines: readonly (string | JSX.Element)[];
}): JSX.Element {
  return (
    <div class="empty">
      <h2>{props.title}</h2>
      {props.lines.map((line, index) => (
        <p key={index}>{line}</p>
      ))}
    </div>
  );
}
