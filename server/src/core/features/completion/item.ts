import type { Kind } from '../../model';
import type { TextRange } from '../../text/range';
import type { TextEdit } from '../../text/textEdit';

/** What a completion is about; its documentation is made when somebody looks at it. */
export type CompletionSubject =
  | { readonly type: 'kind'; readonly name: string }
  | { readonly type: 'attribute'; readonly kind: Kind; readonly name: string }
  | {
      readonly type: 'value';
      readonly kind: Kind;
      readonly name: string;
      readonly value: string;
    }
  | { readonly type: 'element' | 'source' | 'work' | 'selection'; readonly name: string };

/** Something that an author may want to have written at the caret. */
export interface CompletionItem {
  readonly label: string;
  /** What is inserted with it, beside the label. */
  readonly suffix?: string;
  /** What it stands for, in a few words. */
  readonly description?: string;
  readonly role: 'kind' | 'attribute' | 'value' | 'element' | 'id' | 'source' | 'work' | 'snippet';
  /** What the word before the caret is compared with. */
  readonly filterText: string;
  /** What takes the place of the word. */
  readonly newText: string;
  /** The same with tab stops (LSP 3.17 §Snippet Syntax). */
  readonly snippet?: string;
  /** Whether there is something to choose where the caret is then. */
  readonly asksOn?: boolean;
  /** Changes beside the word, none of which touches it. */
  readonly edits?: readonly TextEdit[];
  readonly subject?: CompletionSubject;
}

/** What may be written at a caret, best first. */
export interface CompletionList {
  readonly items: readonly CompletionItem[];
  /** The word around the caret, whose place an item takes; an editor may leave what stands behind the caret. */
  readonly word: TextRange;
  /** Whether there is more than is listed, so that the next letter may bring up others. */
  readonly isIncomplete: boolean;
}

/** Text as it is to stand in a snippet. */
export function literal(text: string): string {
  return text.replace(/[\\$}]/g, '\\$&');
}

/** A tab stop that holds a text. */
export function placeholder(stop: number, text: string): string {
  return text === '' ? `$${stop}` : `\${${stop}:${literal(text)}}`;
}

/** A tab stop with texts to choose from, or the only one there is. */
export function choice(stop: number, texts: readonly string[]): string {
  if (texts.length < 2) return placeholder(stop, texts[0] ?? '');
  return `\${${stop}|${texts.map((text) => text.replace(/[\\,|]/g, '\\$&')).join(',')}|}`;
}
