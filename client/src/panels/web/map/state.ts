import type { ProtocolMap, ProtocolMechanism } from '../../../../../server/src/shared/map';
import type { ProtocolElementAt } from '../../../../../server/src/shared/protocol';
import type { MapChoice, MapState, ToPanel } from '../../messages';

/** What the panel shows, and what its reader has chosen. */
export interface State {
  readonly choice: MapChoice;
  readonly follow: boolean;
  readonly uri: string | undefined;
  readonly map: ProtocolMap | undefined;
  /** What was chosen when the map was asked for. */
  readonly shown: MapChoice | undefined;
  readonly mechanisms: readonly ProtocolMechanism[];
  /** The file in front takes no part. */
  readonly isMissing: boolean;
  /** Why nothing can be shown. */
  readonly reason: string | undefined;
  /** The elements that the caret stands in, the innermost first. */
  readonly caret: readonly ProtocolElementAt[];
  readonly query: string;
  /** Which of the nodes that match is in sight. */
  readonly found: number;
}

/** What changes it. */
export type Action =
  | { readonly type: 'heard'; readonly message: ToPanel<'map'> }
  | { readonly type: 'chosen'; readonly choice: Partial<MapChoice> }
  | { readonly type: 'unfocused' }
  | { readonly type: 'folded'; readonly key: string }
  | { readonly type: 'foldedAll' }
  | { readonly type: 'follow'; readonly follow: boolean }
  | { readonly type: 'searched'; readonly query: string }
  | { readonly type: 'next'; readonly step: 1 | -1 };

/** Evidence is left out at first: who looks at the map for the first time looks for the process. */
const CHOICE: MapChoice = { evidence: false, claims: false, tests: true, collapsed: [] };

/** What a panel begins with that had kept a state. */
export function initialState({ choice, follow = true, uri }: Partial<MapState>): State {
  return {
    choice: readChoice(choice),
    follow,
    uri,
    map: undefined,
    shown: undefined,
    mechanisms: [],
    isMissing: false,
    reason: undefined,
    caret: [],
    query: '',
    found: 0,
  };
}

/** The state after something has happened. */
export function reduce(state: State, action: Action): State {
  switch (action.type) {
    case 'heard':
      return hear(state, action.message);
    case 'chosen':
      return { ...state, choice: { ...state.choice, ...action.choice } };
    case 'unfocused': {
      const choice = { ...state.choice };
      delete choice.focus;
      return { ...state, choice };
    }
    case 'folded':
      return { ...state, choice: { ...state.choice, collapsed: toggled(state, action.key) } };
    case 'foldedAll':
      return { ...state, choice: { ...state.choice, collapsed: allOrNone(state) } };
    case 'follow':
      return { ...state, follow: action.follow };
    case 'searched':
      return { ...state, query: action.query, found: 0 };
    case 'next':
      return { ...state, found: Math.max(0, state.found + action.step) };
  }
}

function hear(state: State, message: ToPanel<'map'>): State {
  switch (message.type) {
    case 'map': {
      const { map, mechanisms, uri, choice } = message;
      return {
        ...state,
        uri,
        mechanisms,
        map: map ?? state.map,
        shown: choice,
        isMissing: map === null,
        reason: undefined,
      };
    }
    case 'focus':
      return { ...state, choice: { ...state.choice, focus: message.id } };
    case 'caret':
      return { ...state, caret: message.elements };
    case 'unavailable':
      return { ...state, reason: message.reason };
  }
}

function toggled({ choice: { collapsed } }: State, key: string): string[] {
  return collapsed.includes(key) ? collapsed.filter((each) => each !== key) : [...collapsed, key];
}

/** All that can be folded, or nothing where all of it is. */
function allOrNone({ choice, map }: State): string[] {
  const keys = map?.nodes.filter(({ isCollapsible }) => isCollapsible).map(({ key }) => key) ?? [];
  const tops = keys.filter((key) => !choice.collapsed.includes(key));
  return tops.length === 0 ? [] : keys;
}

/** What an earlier version kept may lack something. */
function readChoice(choice: Partial<MapChoice> | undefined): MapChoice {
  return { ...CHOICE, ...choice };
}
