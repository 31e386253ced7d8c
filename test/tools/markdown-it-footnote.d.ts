/** The plugin for footnotes, as an author may have it beside this one. */
declare module 'markdown-it-footnote' {
  import type { PluginSimple } from 'markdown-it';
  const footnote: PluginSimple;
  export = footnote;
}
