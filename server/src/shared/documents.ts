/** The language ids of manuscripts, in VS Code and wherever else editors name languages as it does. */
export const LANGUAGES: readonly string[] = ['markdown', 'quarto', 'rmd'];

/**
 * Schemes whose documents are copies of what stands elsewhere: older versions, the sides of a comparison, what a chat
 * proposes. Findings in them would be said twice, and of another text.
 */
export const COPY_SCHEMES: ReadonlySet<string> = new Set([
  'chat-editing-snapshot-text-model',
  'chat-editing-text-model',
  'comment',
  'conflictResolution',
  'git',
  'gitfs',
  'gitlens',
  'hg',
  'output',
  'pr',
  'review',
  'svn',
  'vscode-chat-code-block',
  'vscode-local-history',
]);
