import * as z from 'zod';
import type { Connection, InitializeParams } from 'vscode-languageserver';
import { DidChangeConfigurationNotification } from 'vscode-languageserver';
import type { Logger } from '../core/ports';
import { describe } from './logger';

/** What the author sets about suggestions for untagged text (`warrant.suggestions`). */
export interface SuggestionSettings {
  readonly enabled: boolean;
  /** The language of manuscripts whose front matter names none; without it, it is guessed. */
  readonly language?: string;
  /** Phrases that are never to lead to a suggestion, in lower case. */
  readonly never: ReadonlySet<string>;
}

/** What the author sets about hints between what is written (`warrant.inlayHints`). */
export interface InlayHintSettings {
  readonly enabled: boolean;
}

/** The parts of the client's settings that are asked for. */
const SUGGESTIONS = 'warrant.suggestions';
const INLAY_HINTS = 'warrant.inlayHints';

const schema = z.object({
  enabled: z.boolean().catch(true),
  language: z.string().optional().catch(undefined),
  never: z.array(z.string()).catch([]),
});

const hintSchema = z.object({ enabled: z.boolean() }).catch({ enabled: false });

/** All settings, as a client sends them that cannot be asked. */
const pushedSchema = z.object({
  warrant: z.object({ suggestions: z.unknown().optional(), inlayHints: z.unknown().optional() }),
});

/**
 * The settings of the editor, asked of the client (LSP 3.17 §workspace/configuration) and kept until it says that they
 * have changed; with a client that cannot be asked, those that it sends along then, and the defaults before. They decide
 * what is offered, and never what is found.
 */
export class Settings {
  readonly #connection: Connection;
  readonly #logger: Logger;
  readonly #canAsk: boolean;
  readonly #tellsChanges: boolean;
  #pushed: Readonly<Record<string, unknown>> = {};
  /** What the client told, by section and document. */
  readonly #known = new Map<string, Promise<unknown>>();

  constructor(
    connection: Connection,
    { workspace }: InitializeParams['capabilities'],
    logger: Logger,
  ) {
    this.#connection = connection;
    this.#logger = logger;
    this.#canAsk = workspace?.configuration ?? false;
    this.#tellsChanges = workspace?.didChangeConfiguration?.dynamicRegistration ?? false;
  }

  /** Asks to be told when settings change; once the client is initialized. */
  async watch(): Promise<void> {
    if (!this.#canAsk || !this.#tellsChanges) return;
    const options = { section: [SUGGESTIONS, INLAY_HINTS] };
    await this.#connection.client.register(DidChangeConfigurationNotification.type, options);
  }

  /** The settings for suggestions in a document, by its URI as the client spells it. */
  async suggestions(uri: string): Promise<SuggestionSettings> {
    return readSuggestions(await this.#section(SUGGESTIONS, uri));
  }

  /** The settings for hints in a document, by its URI as the client spells it. */
  async inlayHints(uri: string): Promise<InlayHintSettings> {
    return hintSchema.parse(await this.#section(INLAY_HINTS, uri));
  }

  /** Settings are asked for again; a client that cannot be asked sends them (LSP 3.17 §workspace/didChangeConfiguration). */
  changed(settings: unknown): void {
    const { data } = pushedSchema.safeParse(settings);
    const { suggestions, inlayHints } = data?.warrant ?? {};
    this.#pushed = { [SUGGESTIONS]: suggestions, [INLAY_HINTS]: inlayHints };
    this.#known.clear();
  }

  #section(section: string, uri: string): Promise<unknown> {
    const key = `${section} ${uri}`;
    let known = this.#known.get(key);
    if (!known) this.#known.set(key, (known = this.#ask(section, uri)));
    return known;
  }

  async #ask(section: string, scopeUri: string): Promise<unknown> {
    if (!this.#canAsk) return this.#pushed[section];
    try {
      return await this.#connection.workspace.getConfiguration({ scopeUri, section });
    } catch (error) {
      this.#logger.warn(`settings were not told: ${describe(error)}`);
      return undefined;
    }
  }
}

/** What is malformed counts as left out. */
function readSuggestions(written: unknown): SuggestionSettings {
  const { enabled, language, never } = schema
    .catch({ enabled: true, never: [] })
    .parse(written ?? {});
  return {
    enabled,
    ...(language === undefined || language === 'auto' ? {} : { language }),
    never: new Set(never.map((phrase) => phrase.toLowerCase().replace(/\s+/g, ' ').trim())),
  };
}
