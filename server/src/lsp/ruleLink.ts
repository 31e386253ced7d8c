/**
 * Where a rule is documented, for the code of a diagnostic (LSP 3.17 §CodeDescription).
 * @param base where `docs/rules.md` stands; without it there is no link.
 */
export function ruleLink(base: string | undefined, rule: string): string | undefined {
  return base === undefined ? undefined : `${base}#${rule}`;
}
