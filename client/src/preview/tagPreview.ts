import type MarkdownIt from 'markdown-it';
import type Token from 'markdown-it/lib/token.mjs';
import type { VocabularyExtension } from '../../../server/src/core/model';
import { Manuscripts } from './manuscripts';
import { present } from './present';
import { rewrite } from './rewrite';
import { readMarks } from './rules';
import { HTML, weave, type Show } from './weave';

/** What a project says of a manuscript beyond its text. */
export interface ProjectView {
  readonly takesPart: boolean;
  /** The kinds that the project adds. The same object means the same kinds. */
  readonly kinds: VocabularyExtension['kinds'];
}

/** What the preview asks of its surroundings. */
export interface PreviewHost {
  /** Whether tags are to be shown at all. */
  isEnabled(): boolean;
  /**
   * What is known of the project of the manuscript with this text; it is not known from the start.
   * @param judge whether it takes part as far as the text alone tells, which counts as long as nothing is known
   */
  projectOf(text: string, judge: () => boolean): ProjectView | undefined;
}

/** Makes markdown-it show tags. Text of files that take no part is rendered as without it. */
export function tagPreview(md: MarkdownIt, host: PreviewHost): MarkdownIt {
  const manuscripts = new Manuscripts();
  const shows = new WeakMap<object, Show>();
  const showOf = (env: unknown): Show | undefined =>
    typeof env === 'object' && env !== null ? shows.get(env) : undefined;

  md.core.ruler.after('normalize', 'warrant_rewrite', (state) => {
    const env: unknown = state.env;
    if (typeof env !== 'object' || env === null) return;
    // Other plugins have parts of a text read by themselves.
    if (shows.get(env)?.marks.isIn(state.src) === true) return;
    shows.delete(env);
    const shown = host.isEnabled() ? readTags(state.src) : undefined;
    if (!shown) return;
    shows.set(env, shown.show);
    state.src = shown.text;
  });
  readMarks(md, (env) => showOf(env)?.marks);
  md.core.ruler.push('warrant_weave', (state) => {
    const show = showOf(state.env);
    if (show) weave(state, show);
  });
  md.renderer.rules[HTML] = (tokens, index) => htmlOf(tokens[index]);
  return md;

  function readTags(text: string): { text: string; show: Show } | undefined {
    const project = host.projectOf(text, () => judge(text));
    if (!(project?.takesPart ?? judge(text))) return undefined;
    const { live, facts } = manuscripts.read(text, project?.kinds);
    const { document } = live;
    const { elements, lines } = document;
    const presentations = present(facts, elements);
    const rewritten = rewrite(document, text, elements, presentations.elements);
    if (!rewritten) return undefined;
    const show: Show = {
      marks: rewritten.marks,
      elements: presentations.elements,
      lineBehind: (number) => {
        const end = elements[number]?.range.end ?? 0;
        return lines.positionAt(Math.max(0, end - 1)).line + 1;
      },
      titleOf: (id) => presentations.titleOf(id),
    };
    return { text: rewritten.text, show };
  }

  /** Whether a text takes part, as far as it tells itself. */
  function judge(text: string): boolean {
    if (!WORDS.test(text)) return false;
    const { live, facts } = manuscripts.read(text, undefined);
    return facts.tagged || optsIn(text, live.document.frontMatter?.contentRange);
  }
}

/** Without one of these words a text takes no part, and need not be read: most Markdown has none. */
const WORDS = /claim|evidence|mechanism|step|stage|phase|construct|warrant/;

/** Whether the front matter opts in, as far as its lines tell. */
function optsIn(text: string, yaml: { start: number; end: number } | undefined): boolean {
  if (!yaml) return false;
  const written = /^(?:warrant|"warrant"|'warrant')[ \t]*:[ \t]*(\w*)/m.exec(
    text.slice(yaml.start, yaml.end),
  );
  return written !== null && written[1] !== 'false';
}

function htmlOf(token: Token | undefined): string {
  return (token?.meta as { html: string } | null)?.html ?? '';
}
