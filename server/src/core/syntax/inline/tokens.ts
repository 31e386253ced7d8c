/** What the first pass over a paragraph finds. Numbers, for they are kept in typed arrays. */
export const enum Token {
  /** Inline code with its backticks; `suffix` may be an attribute block. */
  Code,
  /** Math with its dollars. */
  InlineMath,
  DisplayMath,
  /** `[`, `![`, `^[`: `partner` is the token of the closing bracket, or -1. */
  Open,
  ImageOpen,
  NoteOpen,
  /** `]`: `partner` is the token of the opening bracket, or -1; `suffix` what follows it. */
  Close,
  /** `<span …>` and `</span>`: `partner` is the other tag's token, or -1. */
  SpanOpen,
  SpanClose,
  /** Another inline HTML tag. */
  Tag,
  Comment,
  /** `<http://…>` and `<a@b.c>`; `suffix` may be an attribute block. */
  Address,
  Email,
  /** Raw TeX. */
  Tex,
  /** A citation key with its `@` and the `-` before it. */
  Key,
  /** `[^label]`. */
  NoteReference,
  /** A block, which ends the inline text around: a paragraph goes no further, brackets lose what follows it in them. */
  Block,
}
