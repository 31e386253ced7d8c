import * as vscode from 'vscode';
import type {
  LinkParams,
  ProtocolKind,
  ProtocolLinkTarget,
} from '../../../server/src/shared/protocol';

const KINDS: Readonly<Record<ProtocolKind, string>> = {
  claim: 'What the paper asserts',
  evidence: 'What a claim rests on: a quotation, an observation, a figure',
  mechanism: 'How a trigger brings about an outcome',
  step: 'One part of a mechanism, or one phase of a process',
  construct: 'A defined concept',
};

/** Asks for one of the kinds of tag, other than the one that it has. */
export async function pickKind(
  title: string,
  own: ProtocolKind,
): Promise<ProtocolKind | undefined> {
  const kinds = (Object.keys(KINDS) as ProtocolKind[]).filter((kind) => kind !== own);
  const items = kinds.map((becomes) => {
    return { label: capitalise(becomes), detail: KINDS[becomes], becomes };
  });
  return (await vscode.window.showQuickPick(items, { title, matchOnDetail: true }))?.becomes;
}

/** Asks which of some things to do. */
export async function choose<T extends string | undefined>(
  title: string,
  choices: Readonly<Record<string, T>>,
): Promise<T | undefined> {
  const answer = await vscode.window.showQuickPick(Object.keys(choices), { title });
  return answer === undefined ? undefined : choices[answer];
}

/** What an author has picked to link to, and whether it is contradicted. */
export interface PickedTarget {
  readonly target: ProtocolLinkTarget;
  readonly stance: NonNullable<LinkParams['stance']>;
}

interface TargetItem extends vscode.QuickPickItem {
  readonly target?: ProtocolLinkTarget;
}

/** Asks what to link to, by its words, its id or its place. A button turns support into counter-evidence. */
export function pickTarget(
  title: string,
  targets: readonly ProtocolLinkTarget[],
): Promise<PickedTarget | undefined> {
  const pick = vscode.window.createQuickPick<TargetItem>();
  let stance: PickedTarget['stance'] = 'for';
  const show = (): void => {
    const contra = stance === 'against';
    pick.title = contra ? `${title} (as counter-evidence)` : title;
    pick.items = itemsOf(targets.filter(({ takesStance }) => takesStance || !contra));
    const other = contra ? 'Support' : 'Contradict';
    pick.buttons = targets.some(({ takesStance }) => takesStance)
      ? [{ iconPath: new vscode.ThemeIcon('arrow-swap'), tooltip: `${other} instead` }]
      : [];
  };
  pick.matchOnDescription = true;
  pick.matchOnDetail = true;
  pick.placeholder = 'Words, id or place';
  show();
  return new Promise((resolve) => {
    pick.onDidTriggerButton(() => {
      stance = stance === 'for' ? 'against' : 'for';
      show();
    });
    pick.onDidAccept(() => {
      const target = pick.selectedItems[0]?.target;
      resolve(target && { target, stance });
      pick.hide();
    });
    pick.onDidHide(() => {
      resolve(undefined);
      pick.dispose();
    });
    pick.show();
  });
}

/** By kind, in the order given; what is linked already is marked. */
function itemsOf(targets: readonly ProtocolLinkTarget[]): TargetItem[] {
  let last: ProtocolKind | undefined;
  return targets.flatMap((target) => {
    const { kind, id, name, where, status, isLinked } = target;
    const state = isLinked ? 'linked already' : status;
    const item: TargetItem = {
      label: isLinked ? `$(check) ${name}` : name,
      ...(id === undefined ? {} : { description: `#${id}` }),
      detail: state === '' ? where : `${where} · ${state}`,
      target,
    };
    const isFirst = kind !== last;
    last = kind;
    const separator = { label: kind, kind: vscode.QuickPickItemKind.Separator };
    return isFirst ? [separator, item] : [item];
  });
}

function capitalise(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
