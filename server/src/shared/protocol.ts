/**
 * The requests and notifications of Warrant beyond LSP, and what they carry. Names only: this file has no imports at
 * run time, so that client and server can share it. Positions are LSP positions (0-based lines, UTF-16 characters).
 */

/** A position as in LSP 3.17 §Position. */
export interface ProtocolPosition {
  readonly line: number;
  readonly character: number;
}

/** A range as in LSP 3.17 §Range. */
export interface ProtocolRange {
  readonly start: ProtocolPosition;
  readonly end: ProtocolPosition;
}

/** A place in a file, as in LSP 3.17 §Location. */
export interface ProtocolLocation {
  readonly uri: string;
  readonly range: ProtocolRange;
}

/** An edit of one document, as in LSP 3.17 §TextEdit. */
export interface ProtocolTextEdit {
  readonly range: ProtocolRange;
  readonly newText: string;
}

/** What the client tells the server at the start (`initializationOptions`). Everything may be left out. */
export interface InitializationOptions {
  /**
   * Milliseconds from the last edit to the new diagnostics. With 0, every change is published at once, also what an
   * opened fence does to all the text below it.
   */
  readonly debounce?: number;
  /** The client answers {@link READ_FILE} and {@link READ_DIRECTORY} for schemes that the server cannot read. */
  readonly readsFiles?: boolean;
  /** Where `docs/rules.md` stands; the codes of diagnostics link to it. */
  readonly rulesDocumentation?: string;
  /** The commands of the client that the server may name, in code actions for one; without them, none is named. */
  readonly commands?: readonly string[];
  /**
   * The client asks for completions in prose only where its author does, so that a word like `claim` may bring up a tag
   * to be filled in. Others ask at every letter; there a slash has to stand before the word.
   */
  readonly completesByWord?: boolean;
  /** The client knows `warrantKind`, `warrantId`, `warrantAttribute`, `warrantValue` and `warrantReference` as types of semantic tokens. */
  readonly ownTokenTypes?: boolean;
  /** The client shows documents of the scheme `warrant-source`, whose text it asks the server for (`warrant/sourceText`). */
  readonly showsSourceTexts?: boolean;
}

/** Server to client: findings or structure have changed; views ask again for what they show. */
export const CHANGED = 'warrant/changed';

/** Server to client: the bytes of a file, as base64. Params {@link FileParams}, result string. */
export const READ_FILE = 'warrant/readFile';

/** Server to client: what stands in a folder. Params {@link FileParams}, result {@link ProtocolDirectoryEntry}[]. */
export const READ_DIRECTORY = 'warrant/readDirectory';

/**
 * Server to client, where the server runs in a web worker: the address of a script of the extension by its name, for
 * `importScripts`. Params {@link ScriptParams}, result string.
 */
export const SCRIPT_ADDRESS = 'warrant/scriptAddress';

/** Names a file in `dist` of the extension. */
export interface ScriptParams {
  readonly name: string;
}

/** The code of the error with which the client answers when a file is not there. */
export const FILE_NOT_FOUND = -32002;

/** The code of the error with which the client answers when a folder stands there. */
export const FILE_IS_FOLDER = -32004;

/** Names a file or folder. */
export interface FileParams {
  readonly uri: string;
}

/** What stands in a folder. */
export interface ProtocolDirectoryEntry {
  readonly name: string;
  readonly kind: 'file' | 'directory';
}

/** Client to server: {@link Summary} of the project of a file, or null where the file takes no part. Params {@link FileParams}. */
export const SUMMARY = 'warrant/summary';

/** How much of an argument a project holds. */
export interface Summary {
  readonly claims: number;
  readonly supported: number;
  /** The claims that rest on nothing although they should, admitted gaps left out. */
  readonly unsupported: number;
  /** The claims that are put forward although something speaks against them. */
  readonly contested: number;
  /** The claims of which the author says what is missing. */
  readonly gaps: number;
  /** The claims by their type. */
  readonly types: readonly { type: string; claims: number; supported: number }[];
  readonly evidence: number;
  readonly mechanisms: number;
  readonly steps: number;
  readonly constructs: number;
}

/** An element of an argument, as rows, panels and requests name it. */
export interface ProtocolElement {
  /** Names it to the server, as long as it is the same element. */
  readonly key: string;
  readonly kind: ProtocolKind;
  /** Without `#`. */
  readonly id?: string;
}

/** Client to server: the elements that hold a position, innermost first, as {@link ProtocolElementAt}[]. Params {@link PositionParams}. */
export const ELEMENTS_AT = 'warrant/elementsAt';

/** An element that holds a position. */
export interface ProtocolElementAt extends ProtocolElement {
  /** Where it stands, as views and panels name it. */
  readonly location?: ProtocolLocation;
}

/** Names a place in a file. */
export interface PositionParams {
  readonly uri: string;
  readonly position: ProtocolPosition;
}

/** Client to server: where an element is named or, of a construct, its term is used. Params {@link UsesParams}, result {@link ProtocolLocation}[]. */
export const USES = 'warrant/uses';

/** Which element is asked about. */
export interface UsesParams extends FileParams {
  /** The key of a {@link ProtocolElement}. */
  readonly element: string;
}

/** Client to server: how to tag a selection. Params {@link TagSelectionParams}, result {@link TagSelectionResult}. */
export const TAG_SELECTION = 'warrant/tagSelection';

/** The kinds of element. */
export type ProtocolKind = 'claim' | 'evidence' | 'mechanism' | 'step' | 'construct';

/** What is to be tagged as what. */
export interface TagSelectionParams {
  readonly uri: string;
  readonly range: ProtocolRange;
  readonly kind: ProtocolKind;
}

/** The edits that tag a selection, or why it cannot be tagged. */
export type TagSelectionResult =
  | {
      readonly ok: true;
      readonly edits: readonly ProtocolTextEdit[];
      /** The generated id, and where it stands once the edits are made: the author may want another. */
      readonly id: string;
      readonly selection: ProtocolRange;
    }
  | { readonly ok: false; readonly message: string };

/** Client to server: the innermost {@link ProtocolTag} at a range, or null. Params {@link RangeParams}. */
export const TAG_AT = 'warrant/tagAt';

/** Names a part of a file. */
export interface RangeParams {
  readonly uri: string;
  readonly range: ProtocolRange;
}

/** A tag, for an author who is asked about it. */
export interface ProtocolTag {
  readonly kind: ProtocolKind;
  /** What it is called: its words, or its term. */
  readonly name: string;
}

/** Client to server: what taking a tag away changes. Params {@link UntagParams}, result {@link RetagResult}. */
export const UNTAG = 'warrant/untag';

/** Which tag is to be taken away: the innermost one at a range. */
export interface UntagParams extends RangeParams {
  /** What becomes of the references to it in the attributes of other tags; `keep` where left out. */
  readonly references?: 'keep' | 'remove';
}

/** Client to server: what another kind for a tag changes. Params {@link ChangeKindParams}, result {@link RetagResult}. */
export const CHANGE_KIND = 'warrant/changeKind';

/** Of what kind the innermost tag at a range is to be. */
export interface ChangeKindParams extends RangeParams {
  readonly kind: ProtocolKind;
  /** What becomes of attributes that the new kind does not have; `keep` where left out. */
  readonly unfit?: 'keep' | 'remove';
}

/** Client to server: what a tag, or new evidence, can be linked to. Params {@link LinkTargetsParams}, result {@link ProtocolLinkTarget}[], the most usual and the nearest first. */
export const LINK_TARGETS = 'warrant/linkTargets';

/** From where something is to be linked. */
export interface LinkTargetsParams extends RangeParams {
  /** For text that is not tagged yet: what it is to become. */
  readonly kind?: ProtocolKind;
  /** The {@link ProtocolElement.key} of what is to be linked, instead of the tag at the range. */
  readonly element?: string;
}

/** Something to link to. */
export interface ProtocolLinkTarget {
  /** Names it to the server, as long as the text is the same. */
  readonly key: string;
  readonly kind: ProtocolKind;
  readonly id?: string;
  /** What it is called: its words, or its term. */
  readonly name: string;
  /** Where it is, such as `2 lines above`. */
  readonly where: string;
  /** What is known of its grounds, such as `no evidence yet`; '' for nothing. */
  readonly status: string;
  readonly isLinked: boolean;
  /** Whether there may be evidence against it. */
  readonly takesStance: boolean;
}

/** Client to server: what linking a tag changes. Params {@link LinkParams}, result {@link RetagResult}. */
export const LINK = 'warrant/link';

/** Client to server: what tagging evidence for something changes. Params {@link LinkParams}, result {@link RetagResult}. */
export const EVIDENCE_FOR = 'warrant/evidenceFor';

/** What is to be linked to what. */
export interface LinkParams extends RangeParams {
  /** The key of a {@link ProtocolLinkTarget}. */
  readonly target: string;
  /** `for` where left out. */
  readonly stance?: 'for' | 'against';
}

/** Client to server: what gives a construct the definition in the words beside it. Params {@link RangeParams}, result {@link RetagResult}. */
export const EXTRACT_DEFINITION = 'warrant/extractDefinition';

/** Client to server: what moves attributes between a tag and the front matter. Params {@link MoveParams}, result {@link RetagResult}. */
export const MOVE_ATTRIBUTES = 'warrant/moveAttributes';

/** Where the attributes of the innermost tag at a range are to stand. */
export interface MoveParams extends RangeParams {
  readonly to: 'frontMatter' | 'tag';
}

/** Edits that change tags, or why there are none. */
export type RetagResult =
  | {
      readonly ok: true;
      /** By file. */
      readonly changes: Readonly<Record<string, readonly ProtocolTextEdit[]>>;
      /** What the author should know of them, in sentences without full stops. */
      readonly notes: readonly string[];
      /** For {@link UNTAG}: how many references in attributes name the tag. */
      readonly references?: number;
      /** For {@link CHANGE_KIND}: the attributes that the new kind does not have. */
      readonly unfit?: readonly string[];
      /** For {@link EVIDENCE_FOR}: the generated id once the edits are made. */
      readonly selection?: ProtocolRange;
    }
  | { readonly ok: false; readonly message: string };

/** Client to server: what links elements to another one. Params {@link LinkElementsParams}, result {@link RetagResult}. */
export const LINK_ELEMENTS = 'warrant/linkElements';

/** What is put on what, such as evidence on a claim. */
export interface LinkElementsParams {
  /** A file of the project. */
  readonly uri: string;
  /** The {@link ProtocolElement.key}s of what is put there. */
  readonly elements: readonly string[];
  /** The {@link ProtocolElement.key} of what it is put on. */
  readonly target: string;
  readonly stance?: 'for' | 'against';
}

/** Client to server: what the preview cannot tell from the text of a file. Params {@link FileParams}, result {@link PreviewProject}. */
export const PREVIEW = 'warrant/preview';

/** What a project says of one of its files. */
export interface PreviewProject {
  readonly takesPart: boolean;
  /** The kinds that the project adds, by their class. */
  readonly kinds: Readonly<Record<string, ProtocolOwnKind>>;
}

/** A kind that a project adds: one of the five, with attributes that it brings along. */
export interface ProtocolOwnKind {
  readonly is: ProtocolKind;
  readonly defaults: Readonly<Record<string, string>>;
}

/** Client to server: what looks like something to tag. Params {@link SuggestionsParams}, result {@link ProtocolSuggestion}[]. */
export const SUGGESTIONS = 'warrant/suggestions';

/** Where to look for suggestions; without a range, in the whole file. */
export interface SuggestionsParams {
  readonly uri: string;
  readonly range?: ProtocolRange;
}

/** A passage that looks like something to tag, in the order in which an author decides on them. */
export interface ProtocolSuggestion {
  /** What would be tagged: a sentence without its full stop, a quotation. */
  readonly range: ProtocolRange;
  readonly sentence: ProtocolRange;
  /** Where the words stand that led to it. */
  readonly cue: ProtocolRange;
  readonly kind: ProtocolKind;
  /** Of a claim, what `type=` would say. */
  readonly type?: string;
  /** What it looks like, in one word: `finding`, `evidence`. */
  readonly label: string;
  /** Why, as a short sentence. */
  readonly reason: string;
  /** The words that led to it; '' where none did. */
  readonly phrase: string;
  /** What keeps it from being suggested again, for the setting `warrant.suggestions.never`. */
  readonly never: string;
  /** Of evidence, the claims beside it that it may support, the likeliest first. */
  readonly claims: readonly ProtocolClaim[];
}

/** A claim that is tagged. */
export interface ProtocolClaim {
  readonly id: string;
  /** Its words, shortened. */
  readonly text: string;
}

/**
 * Client to server: how much is suggested for a file. Params {@link SuggestionCountsParams}, result {@link SuggestionCounts},
 * or null where suggestions are switched off or the file is unknown.
 */
export const SUGGESTION_COUNTS = 'warrant/suggestionCounts';

/** The file to count in. */
export interface SuggestionCountsParams extends FileParams {
  /** Whether to answer null as long as nothing is tagged: to look for a tag costs nothing, to count takes a while. */
  readonly ifTagged?: boolean;
}

/** Client command: the settings keep what is never to lead to a suggestion: a phrase, or the beginning of a sentence. Arguments: that, and the URI of the file. */
export const NEVER_SUGGEST = 'warrant.neverSuggest';

/** Client command: tags a passage. Argument {@link TagSuggestionParams}. */
export const TAG_AS_SUGGESTED = 'warrant.tagAsSuggested';

/** Client command: asks for the kind as which to tag a passage. Argument {@link TagSelectionParams} with the kind that is suggested. */
export const TAG_AS_ANOTHER_KIND = 'warrant.tagAsAnotherKind';

/** Client command: walks from suggestion to suggestion. Argument {@link ProtocolLocation}: where to begin; without it, at the caret. */
export const TAGGING_PASS = 'warrant.taggingPass';

/** How much of a file is tagged, and, as long as nothing is, how much looks like something to tag. */
export interface SuggestionCounts {
  readonly tags: number;
  /** With tags, this is 0, and so are the others: what is left is not counted at every edit. */
  readonly findings: number;
  readonly quotations: number;
  /** Likely claims of other types, constructs and mechanisms. */
  readonly others: number;
  /** Whether other files of its project are tagged. */
  readonly isBesideTagged: boolean;
  /** Whether the file is plainly a manuscript, so that suggestions may be shown unasked. */
  readonly isManuscript: boolean;
}

/** Client to server: the edits that tag a suggested passage. Params {@link TagSuggestionParams}, result {@link TagSelectionResult}. */
export const TAG_SUGGESTION = 'warrant/tagSuggestion';

/** What a suggested passage is to become. */
export interface TagSuggestionParams extends TagSelectionParams {
  /** Of a claim, what `type=` says. */
  readonly type?: string;
  /** Of evidence, the ids of the claims that it supports. */
  readonly supports?: readonly string[];
}

/** Client command: shows places beside a text. Arguments: the place from which they are asked for, and {@link ProtocolLocation}[]. */
export const SHOW_PLACES = 'warrant.showPlaces';

/**
 * Client command: opens an attribute in a tag, to be filled in. Arguments: the URI, the {@link ProtocolPosition} before the
 * closing brace, the name; of one that stands there already, the URI and the position at the end of its value.
 */
export const WRITE_ATTRIBUTE = 'warrant.writeAttribute';

/** Server command, for clients without {@link SHOW_PLACES}: opens the first of some places. Argument {@link ProtocolLocation}[]. */
export const OPEN_PLACE = 'warrant.openPlace';

/** Client to server: the tags in parts of a document, for who shows their markup in short. Params {@link PartsParams}, result {@link TagMarksResult}. */
export const TAG_MARKS = 'warrant/tagMarks';

/** Client to server: parts of a document without tags. Params {@link PartsParams}, result string[], or null for what is no manuscript. */
export const WITHOUT_TAGS = 'warrant/withoutTags';

/** Parts of a document. */
export interface PartsParams {
  readonly uri: string;
  readonly ranges: readonly ProtocolRange[];
}

/** The tags of which something stands in the parts asked about. */
export interface TagMarksResult {
  /** The version of the document that the places belong to; null where the client has not opened it. */
  readonly version: number | null;
  /** In the order in which they start. */
  readonly marks: readonly ProtocolTagMark[];
}

/** How a tag is shown to who reads: its words stay, its markup shrinks to a chip. */
export interface ProtocolTagMark {
  readonly kind: ProtocolKind;
  /** What the chip says. */
  readonly label: string;
  /** The tagged words; absent for what covers whole blocks. */
  readonly words?: ProtocolRange;
  /** The markup in the place of which the chip stands. */
  readonly chip: ProtocolRange;
  /** The markup at the other end of the words. */
  readonly end?: ProtocolRange;
}
