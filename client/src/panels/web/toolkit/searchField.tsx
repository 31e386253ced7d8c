import type { JSX } from 'preact';
import { Icon } from './icons';

/** A field in a toolbar that finds something as it is typed; Enter goes to the next one, Escape empties it. */
export function SearchField(props: {
  readonly label: string;
  readonly value: string;
  /** What was found, such as `2 of 5`; '' for nothing to say. */
  readonly found: string;
  readonly onChange: (value: string) => void;
  readonly onNext: (step: 1 | -1) => void;
}): JSX.Element {
  return (
    <span class="search">
      <Icon name="search" />
      <input
        type="search"
        data-roving=""
        aria-label={props.label}
        placeholder={props.label}
        value={props.value}
        onInput={({ currentTarget }) => props.onChange(currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') props.onNext(event.shiftKey ? -1 : 1);
          else if (event.key === 'Escape') props.onChange('');
          else return;
          event.preventDefault();
        }}
      />
      <span class="found" aria-live="polite">
        {props.found}
      </span>
    </span>
  );
}
