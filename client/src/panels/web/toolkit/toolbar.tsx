import type { ComponentChildren, JSX } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { Icon, type IconName } from './icons';
import { rove, settle } from './roving';

/** A row of controls that is one stop of the tab key (WAI-ARIA Authoring Practices §Toolbar). */
export function Toolbar(props: {
  readonly label: string;
  readonly children: ComponentChildren;
}): JSX.Element {
  const element = useRef<HTMLDivElement>(null);
  const controls = (): NodeListOf<HTMLElement> | [] =>
    element.current?.querySelectorAll<HTMLElement>('[data-roving]') ?? [];
  useLayoutEffect(() => {
    const all = [...controls()];
    const chosen = all.find(({ tabIndex }) => tabIndex === 0) ?? all[0];
    if (chosen) settle(all, chosen);
  });
  return (
    <div
      ref={element}
      class="toolbar"
      role="toolbar"
      aria-label={props.label}
      onKeyDown={(event) => {
        if (element.current) rove(event, element.current, ['ArrowLeft', 'ArrowRight']);
      }}
      onFocusIn={({ target }) => {
        if (target instanceof HTMLElement && 'roving' in target.dataset) settle(controls(), target);
      }}
    >
      {props.children}
    </div>
  );
}

/** Parts the controls of a toolbar. */
export function Separator(): JSX.Element {
  return <span class="separator" role="separator" aria-orientation="vertical" />;
}

/** How a control looks and what it is called. */
export interface ControlProps {
  readonly icon?: IconName;
  /** What it does: its name for screen readers, and its tool tip. */
  readonly label: string;
  /** What is written on it; without it, the icon stands alone. */
  readonly text?: string;
  /** The key that does the same, for the tool tip. */
  readonly shortcut?: string;
  readonly disabled?: boolean;
}

/** A button of a toolbar. */
export function Button({
  onPress,
  ...props
}: ControlProps & { readonly onPress: () => void }): JSX.Element {
  return (
    <button {...attributesOf(props)} onClick={onPress}>
      {contentOf(props)}
    </button>
  );
}

/** A button that switches something on and off. */
export function Toggle({
  pressed,
  onToggle,
  ...props
}: ControlProps & {
  readonly pressed: boolean;
  readonly onToggle: (pressed: boolean) => void;
}): JSX.Element {
  return (
    <button {...attributesOf(props)} aria-pressed={pressed} onClick={() => onToggle(!pressed)}>
      {contentOf(props)}
    </button>
  );
}

/** The attributes that every button of a toolbar has. */
export function attributesOf({ label, text, shortcut, disabled = false }: ControlProps) {
  // Who speaks to the screen says what is written there (WCAG 2.1 §2.5.3).
  const isSaid = text === undefined || label.toLowerCase().includes(text.toLowerCase());
  return {
    type: 'button',
    class: 'control',
    'data-roving': '',
    title: shortcut === undefined ? label : `${label} (${shortcut})`,
    'aria-label': isSaid ? label : `${label}: ${text}`,
    disabled,
  } as const;
}

/** What is drawn on a button of a toolbar. */
export function contentOf({ icon, text }: ControlProps): JSX.Element {
  return (
    <>
      {icon && <Icon name={icon} />}
      {text !== undefined && <span>{text}</span>}
    </>
  );
}
