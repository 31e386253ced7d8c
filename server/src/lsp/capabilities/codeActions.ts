import {
  LSPErrorCodes,
  ResponseError,
  type CodeAction,
  type CodeActionKind,
  type CodeActionParams,
} from 'vscode-languageserver';
import * as z from 'zod';
import { normalizeUri } from '../../core/project';
import type { Context } from '../context';
import type { Judge } from '../judge';
import { describe } from '../logger';
import type { TrackedProjects } from '../tracked';

/** What code actions are worked out from. */
export interface ActionContext {
  readonly context: Context;
  readonly judge: Judge;
  readonly tracked: Pick<TrackedProjects, 'all'>;
}

/** Offers code actions of some kinds. */
export interface CodeActionSource {
  /** Tells it from the other sources. */
  readonly name: string;
  readonly kinds: readonly CodeActionKind[];
  /**
   * The actions at a range (LSP 3.17 §textDocument/codeAction). It is asked whenever the caret moves; an edit that takes
   * time to work out is left to `resolve`, which is given the `data` of the action as it is here.
   */
  offer(running: ActionContext, params: CodeActionParams): Promise<CodeAction[]>;
  /** Works out the edit of an action whose text has not changed since it was offered. */
  resolve?(running: ActionContext, action: CodeAction, uri: string): Promise<CodeAction>;
}

const dataSchema = z.object({
  source: z.string(),
  uri: z.string(),
  version: z.number().optional(),
  data: z.unknown(),
});

/** The code actions of several sources, each of which fails by itself. */
export class CodeActions {
  readonly #sources: readonly CodeActionSource[];

  /** @param sources in the order in which their actions are shown */
  constructor(sources: readonly CodeActionSource[]) {
    this.#sources = sources;
  }

  /** All kinds that are offered. */
  get kinds(): readonly CodeActionKind[] {
    return [...new Set(this.#sources.flatMap(({ kinds }) => kinds))];
  }

  /** The actions at a range, of the kinds that the client asks for. */
  async offer(running: ActionContext, params: CodeActionParams): Promise<CodeAction[]> {
    const only = params.context.only ?? undefined;
    const actions: CodeAction[] = [];
    for (const source of this.#sources) {
      if (!isAskedFor(source, only)) continue;
      try {
        actions.push(...(await this.#offerOf(source, running, params)));
      } catch (error) {
        running.context.logger.error(`no actions of ${source.name}: ${describe(error)}`);
      }
    }
    return actions.filter(({ kind }) => kind === undefined || includesKind(only, kind));
  }

  /** Works out what an action does (LSP 3.17 §codeAction/resolve); of a text that has changed, that is an error. */
  async resolve(running: ActionContext, action: CodeAction): Promise<CodeAction | ResponseError> {
    const { success, data: known } = dataSchema.safeParse(action.data);
    const source = success && this.#sources.find(({ name }) => name === known.source);
    if (!source) return action;
    if (running.context.version(normalizeUri(known.uri)) !== known.version) {
      return new ResponseError(LSPErrorCodes.ContentModified, 'the text has changed meanwhile');
    }
    return resolveBy(source, running, { ...action, data: known.data }, known.uri);
  }

  async #offerOf(
    source: CodeActionSource,
    running: ActionContext,
    params: CodeActionParams,
  ): Promise<CodeAction[]> {
    const { uri } = params.textDocument;
    const actions = await source.offer(running, params);
    if (!running.context.support.resolvesActions) {
      // Nobody has chosen one yet, so that nobody is told why one cannot be done: it is not offered.
      const quiet = { ...running, context: { ...running.context, tell: () => undefined } };
      const resolved: CodeAction[] = [];
      for (const action of actions) {
        const isWhole = action.data === undefined;
        const whole = isWhole ? action : await resolveBy(source, quiet, action, uri);
        if (whole.edit ?? whole.command) resolved.push(whole);
      }
      return resolved;
    }
    const version = running.context.version(normalizeUri(uri));
    return actions.map((action) => {
      if (action.data === undefined) return action;
      const data: z.infer<typeof dataSchema> = { source: source.name, uri, data: action.data };
      return { ...action, data: version === undefined ? data : { ...data, version } };
    });
  }
}

/** The action with its edit, and without the data that it was worked out from. */
async function resolveBy(
  source: CodeActionSource,
  running: ActionContext,
  action: CodeAction,
  uri: string,
): Promise<CodeAction> {
  const resolved = { ...((await source.resolve?.(running, action, uri)) ?? action) };
  delete resolved.data;
  return resolved;
}

function isAskedFor({ kinds }: CodeActionSource, only: readonly string[] | undefined): boolean {
  return (
    !only ||
    kinds.some((kind) => only.some((asked) => includes(asked, kind) || includes(kind, asked)))
  );
}

function includesKind(only: readonly string[] | undefined, kind: string): boolean {
  return !only || only.some((asked) => includes(asked, kind));
}

/** Kinds are a hierarchy whose levels are parted by dots; the empty kind holds all (LSP 3.17 §CodeActionKind). */
function includes(outer: string, inner: string): boolean {
  return outer === '' || `${inner}.`.startsWith(`${outer}.`);
}
