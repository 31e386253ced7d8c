/** VS Code's Markdown preview was made of this release until 2025. */
declare module 'markdown-it-12' {
  export { default } from 'markdown-it';
}
