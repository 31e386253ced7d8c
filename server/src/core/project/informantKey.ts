/** A form in which the names of informants are compared: `Jo Doe`, `jo doe` and `Jo  Doe` are one person. */
export function informantKey(name: string): string {
  return name.normalize('NFC').replace(/\s+/g, ' ').trim().toLowerCase();
}
