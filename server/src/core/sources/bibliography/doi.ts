/** A DOI without the address of a resolver (DOI Handbook, 3.6); nothing for what is none. */
export function bareDoi(text: string | undefined): string | undefined {
  return /\b10\.\d{4,9}\/[^\s"<>]+/.exec(text ?? '')?.[0].replace(/[.,;]$/, '');
}
