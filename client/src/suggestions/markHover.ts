import {
  NEVER_SUGGEST,
  TAG_AS_ANOTHER_KIND,
  TAG_AS_SUGGESTED,
  TAGGING_PASS,
  type ProtocolSuggestion,
} from '../../../server/src/shared/protocol';
import { withArticle } from './passQuestion';

/** The commands that the hover of a mark links to. */
export const OWN_COMMANDS = [
  TAG_AS_SUGGESTED,
  TAG_AS_ANOTHER_KIND,
  NEVER_SUGGEST,
  TAGGING_PASS,
] as const;

/** What the hover of a mark says, as Markdown: what the passage looks like, why, and what can be done about it. */
export function hoverText(suggestion: ProtocolSuggestion, uri: string): string {
  const { kind, type, label, reason, range, phrase, never, claims } = suggestion;
  const place = { uri, range };
  const tag = { ...place, kind, ...(type === undefined ? {} : { type }) };
  const [claim] = claims;
  const links = [
    ...(claim
      ? [
          link(`Tag as evidence for “${claim.text}”`, TAG_AS_SUGGESTED, {
            ...tag,
            supports: [claim.id],
          }),
        ]
      : []),
    link(`Tag as ${label}`, TAG_AS_SUGGESTED, tag),
    link('Another kind…', TAG_AS_ANOTHER_KIND, { ...place, kind }),
    link(
      phrase === '' ? 'Never for this sentence' : 'Never for this phrase',
      NEVER_SUGGEST,
      never,
      uri,
    ),
    link('Tagging pass', TAGGING_PASS, place),
  ];
  return `Looks like ${withArticle(label)}. ${escape(reason)}.\n\n${links.join(' · ')}`;
}

function link(title: string, command: string, ...args: unknown[]): string {
  const query = encodeURIComponent(JSON.stringify(args)).replace(/[()]/g, (mark) =>
    mark === '(' ? '%28' : '%29',
  );
  return `[${escape(title)}](command:${command}?${query})`;
}

function escape(text: string): string {
  return text.replace(/[\\`*_{}[\]<>|~&$#!]/g, '\\$&');
}
