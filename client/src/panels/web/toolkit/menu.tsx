import type { JSX } from 'preact';
import { useEffect, useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { Icon } from './icons';
import { rove } from './roving';
import { attributesOf, contentOf, type ControlProps } from './toolbar';

/** An entry of a menu. */
export interface MenuEntry {
  readonly label: string;
  /** For an entry that is one of several choices, or is on or off: whether it is chosen. */
  readonly checked?: boolean;
  readonly disabled?: boolean;
  readonly onChoose: () => void;
}

/** A button that opens a menu (WAI-ARIA Authoring Practices §Menu Button). */
export function MenuButton({
  entries,
  ...props
}: ControlProps & { readonly entries: readonly MenuEntry[] }): JSX.Element {
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const close = (): void => {
    setOpen(false);
    button.current?.focus();
  };
  return (
    <span class="menu-anchor">
      <button
        {...attributesOf(props)}
        ref={button}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        onClick={() => setOpen(!isOpen)}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown') return;
          event.preventDefault();
          setOpen(true);
        }}
      >
        {contentOf(props)}
        <Icon name="chevron" />
      </button>
      {isOpen && (
        <Menu
          id={id}
          label={props.label}
          entries={entries}
          onClose={close}
          onLeave={() => setOpen(false)}
        />
      )}
    </span>
  );
}

/**
 * An open menu (WAI-ARIA Authoring Practices §Menu). It takes the focus.
 * @param onClose the author is done with it: the focus goes back to where it came from
 * @param onLeave the author has turned to something else
 */
export function Menu(props: {
  readonly id?: string;
  readonly label: string;
  readonly entries: readonly MenuEntry[];
  readonly at?: { readonly x: number; readonly y: number };
  readonly onClose: () => void;
  readonly onLeave: () => void;
}): JSX.Element {
  const { entries, at } = props;
  const element = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const menu = element.current;
    if (!menu) return;
    keepInWindow(menu, at);
    menu.querySelector<HTMLElement>('[data-roving]:not([disabled])')?.focus();
  }, []);
  useEffect(() => {
    const leave = ({ target }: PointerEvent): void => {
      if (target instanceof Node && !element.current?.parentElement?.contains(target)) {
        props.onLeave();
      }
    };
    window.addEventListener('pointerdown', leave);
    window.addEventListener('blur', props.onLeave);
    return () => {
      window.removeEventListener('pointerdown', leave);
      window.removeEventListener('blur', props.onLeave);
    };
  });
  return (
    <div
      ref={element}
      id={props.id}
      class="menu"
      role="menu"
      aria-label={props.label}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.key === 'Tab') props.onLeave();
        else if (event.key === 'Escape') props.onClose();
        else if (element.current) rove(event, element.current, ['ArrowUp', 'ArrowDown']);
      }}
    >
      {entries.map(({ label, checked, disabled = false, onChoose }, index) => (
        <button
          // Two mechanisms may have the same name.
          key={index}
          type="button"
          class="entry"
          role={checked === undefined ? 'menuitem' : 'menuitemcheckbox'}
          aria-checked={checked}
          data-roving=""
          tabIndex={-1}
          disabled={disabled}
          onClick={() => {
            props.onClose();
            onChoose();
          }}
        >
          {label}
        </button>
      ))}
    </div>
  );
}

/** Moves a menu to a point, and so that all of it is in sight. */
function keepInWindow(menu: HTMLElement, at: { x: number; y: number } | undefined): void {
  if (at) {
    menu.style.position = 'fixed';
    menu.style.left = `${at.x}px`;
    menu.style.top = `${at.y}px`;
  }
  const { right, bottom } = menu.getBoundingClientRect();
  const beyond = { x: right - window.innerWidth, y: bottom - window.innerHeight };
  menu.style.translate = `${-Math.max(0, beyond.x)}px ${-Math.max(0, beyond.y)}px`;
}
