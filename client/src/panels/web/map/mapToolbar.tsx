import type { JSX } from 'preact';
import { MenuButton, type MenuEntry } from '../toolkit/menu';
import { SearchField } from '../toolkit/searchField';
import { Button, Separator, Toggle, Toolbar } from '../toolkit/toolbar';
import { ZOOM_STEP } from './keys';
import type { Action, State } from './state';

/** The controls of the map. */
export function MapToolbar(props: {
  readonly state: State;
  /** How many nodes match what is searched for. */
  readonly matches: number;
  readonly zoom: (factor: number) => void;
  readonly fit: () => void;
  readonly act: (action: Action) => void;
  /** What the map can be written as; nothing as long as there is none. */
  readonly exports: readonly MenuEntry[] | undefined;
}): JSX.Element {
  const { state, matches, act } = props;
  const { choice, follow, mechanisms, query, found, map } = state;
  const canFold = map?.nodes.some(({ isCollapsible }) => isCollapsible) ?? false;
  return (
    <Toolbar label="Mechanism map">
      <Button icon="plus" label="Zoom In" shortcut="+" onPress={() => props.zoom(ZOOM_STEP)} />
      <Button
        icon="minus"
        label="Zoom Out"
        shortcut="-"
        onPress={() => props.zoom(1 / ZOOM_STEP)}
      />
      <Button icon="fit" label="Show All of the Map" shortcut="0" onPress={props.fit} />
      <Separator />
      <MenuButton
        icon="focus"
        label="Mechanism"
        text={focusName(state)}
        entries={[
          {
            label: 'All mechanisms',
            checked: choice.focus === undefined,
            onChoose: () => act({ type: 'unfocused' }),
          },
          ...mechanisms.map(({ id, name }) => ({
            label: name,
            checked: choice.focus === id,
            onChoose: () => act({ type: 'chosen', choice: { focus: id } }),
          })),
        ]}
      />
      <Button
        icon="collapse"
        label="Fold or Unfold All"
        disabled={!canFold}
        onPress={() => act({ type: 'foldedAll' })}
      />
      <Separator />
      <Toggle
        icon="evidence"
        label="Show Evidence"
        text="Evidence"
        pressed={choice.evidence}
        onToggle={(evidence) => act({ type: 'chosen', choice: { evidence } })}
      />
      <Toggle
        icon="claim"
        label="Show Claims"
        text="Claims"
        pressed={choice.claims}
        onToggle={(claims) => act({ type: 'chosen', choice: { claims } })}
      />
      <Toggle
        icon="follow"
        label="Follow the Caret"
        pressed={follow}
        onToggle={(next) => act({ type: 'follow', follow: next })}
      />
      <SearchField
        label="Find in the map"
        value={query}
        found={foundText(query, matches, found)}
        onChange={(text) => act({ type: 'searched', query: text })}
        onNext={(next) => act({ type: 'next', step: next })}
      />
      <MenuButton
        icon="save"
        label="Export"
        text="Export"
        disabled={!props.exports}
        entries={props.exports ?? []}
      />
    </Toolbar>
  );
}

function focusName({ choice, mechanisms }: State): string {
  if (choice.focus === undefined) return 'All';
  return mechanisms.find(({ id }) => id === choice.focus)?.name ?? `#${choice.focus}`;
}

function foundText(query: string, matches: number, found: number): string {
  if (query.trim() === '') return '';
  return matches === 0 ? 'none' : `${(found % matches) + 1} of ${matches}`;
}
