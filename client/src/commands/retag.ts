import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  CHANGE_KIND,
  EVIDENCE_FOR,
  EXTRACT_DEFINITION,
  LINK,
  LINK_TARGETS,
  MOVE_ATTRIBUTES,
  TAG_AT,
  UNTAG,
  type ChangeKindParams,
  type LinkParams,
  type LinkTargetsParams,
  type MoveParams,
  type ProtocolKind,
  type ProtocolLinkTarget,
  type ProtocolTag,
  type RetagResult,
  type UntagParams,
} from '../../../server/src/shared/protocol';
import { manuscriptEditor } from './manuscriptEditor';
import { choose, pickKind, pickTarget } from './picks';
import { Place } from './place';
import { warn } from './warn';

/** Registers *Untag*, *Change Kind…*, *Link to…*, *Tag as Evidence for…*, and what moves definitions and attributes. */
export function registerRetagCommands(client: BaseLanguageClient): vscode.Disposable {
  const commands: Readonly<Record<string, (place: Place) => Promise<void>>> = {
    'warrant.untag': untag,
    'warrant.changeKind': changeKind,
    'warrant.linkTo': linkTo,
    'warrant.tagEvidenceFor': evidenceFor,
    'warrant.extractDefinition': async (place) => place.apply(await place.ask(EXTRACT_DEFINITION)),
    'warrant.moveToFrontMatter': (place) => move(place, 'frontMatter'),
    'warrant.moveFromFrontMatter': (place) => move(place, 'tag'),
  };
  return vscode.Disposable.from(
    ...Object.entries(commands).map(([command, run]) =>
      vscode.commands.registerCommand(command, async () => {
        const editor = manuscriptEditor('to change its tags');
        if (editor) await run(new Place(client, editor));
      }),
    ),
  );
}

async function untag(place: Place): Promise<void> {
  const result = await place.ask<RetagResult>(UNTAG);
  const count = result?.ok ? (result.references ?? 0) : 0;
  if (count === 0) {
    await place.apply(result);
    return;
  }
  const many = count === 1 ? 'the reference to it' : `the ${count} references to it`;
  const references = await choose<UntagParams['references']>(
    count === 1 ? 'Another tag names this one' : `Other tags name this one ${count} times`,
    { [`Untag, and remove ${many}`]: 'remove', [`Untag, and leave ${many}`]: 'keep' },
  );
  if (references === 'keep') await place.apply(result);
  else if (references) await place.apply(await place.ask(UNTAG, { references }));
}

async function changeKind(place: Place): Promise<void> {
  const tag = await ownTag(place);
  if (!tag) return;
  const kind = await pickKind(`Change the ${tag.kind} ${tag.name} to`, tag.kind);
  if (!kind) return;
  const wanted: Pick<ChangeKindParams, 'kind'> = { kind };
  const result = await place.ask<RetagResult>(CHANGE_KIND, wanted);
  const names = result?.ok ? (result.unfit ?? []).join(', ') : '';
  if (names === '') {
    await place.apply(result);
    return;
  }
  const unfit = await choose<ChangeKindParams['unfit']>(`As ${kind}, it has no ${names}`, {
    [`Remove ${names}`]: 'remove',
    [`Keep ${names} as it is written`]: 'keep',
  });
  if (unfit === 'keep') await place.apply(result);
  else if (unfit) await place.apply(await place.ask(CHANGE_KIND, { ...wanted, unfit }));
}

async function linkTo(place: Place): Promise<void> {
  const tag = await ownTag(place);
  if (!tag) return;
  const targets = await place.ask<ProtocolLinkTarget[]>(LINK_TARGETS);
  await link(place, LINK, targets, `Link the ${tag.kind} ${tag.name} to`);
}

async function evidenceFor(place: Place): Promise<void> {
  const kind: ProtocolKind = 'evidence';
  const asked: Pick<LinkTargetsParams, 'kind'> = { kind };
  const targets = await place.ask<ProtocolLinkTarget[]>(LINK_TARGETS, asked);
  await link(place, EVIDENCE_FOR, targets, 'Tag as evidence for');
}

async function move(place: Place, to: MoveParams['to']): Promise<void> {
  const wanted: Pick<MoveParams, 'to'> = { to };
  await place.apply(await place.ask(MOVE_ATTRIBUTES, wanted));
}

async function link(
  place: Place,
  method: string,
  targets: readonly ProtocolLinkTarget[] | undefined,
  title: string,
): Promise<void> {
  if (!targets) return;
  if (targets.length === 0) {
    warn('Warrant: nothing is tagged yet that this could be linked to; tag a claim first.');
    return;
  }
  const picked = await pickTarget(title, targets);
  if (!picked) return;
  const { target, stance } = picked;
  const wanted: Pick<LinkParams, 'target' | 'stance'> = { target: target.key, stance };
  await place.apply(await place.ask(method, wanted));
}

/** The tag at the caret; where there is none, the author is told. */
async function ownTag(place: Place): Promise<ProtocolTag | undefined> {
  const tag = await place.ask<ProtocolTag | null>(TAG_AT);
  if (tag === null) warn('Warrant: put the caret in a tag: there is none here.');
  return tag ?? undefined;
}
