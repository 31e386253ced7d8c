/** Names by which transcripts in English, Dutch, German, French, Spanish and Italian call who asks. */
const INTERVIEWER =
  /^(?:int(?:erviewer)?|interview(?:er|ster|erin|euse|eur|é?ur)?|entrevistador(?:a|\/a)?|intervistatore|intervistatrice|enquêteu(?:r|se)|enqu[eê]trice|moderator(?:in)?|moderateur|modérat(?:eur|rice)|moderador(?:a)?|mod|facilitator|researcher|onderzoeker|forscher(?:in)?|chercheu(?:r|se)|investigador(?:a)?|i|iv|ir|q|vraag|frage|question|pregunta|domanda|vraagsteller)[ .]?\d{0,2}$/iu;

/** Names by which they call who answers, and speakers whose name is not known. */
const RESPONDENT =
  /^(?:r|a|p|ie|b|respondente?|resp|interviewee|participante?|part|informante?|antwoord|antwort|answer|réponse|respuesta|risposta|befragte[r]?|geïnterviewde|interviewte|enquêté|enquêtée|entrevistad[oa]|intervistat[oa]|speaker|spreker|sprecher(?:in)?|locuteur|interlocuteur|hablante|parlante|voice|unknown(?: speaker)?|man|woman|male|female|teilnehmer(?:in)?|deelnemer)[ .]?\d{0,3}$/iu;

/** Short codes with a number, as in `R1`, `P04`, `FG2`, `M1`, `I-3`. */
const CODE = /^\p{Lu}{1,3}[-. ]?\d{1,3}$/u;

/** What stands before a colon in many texts and is nobody's name. */
const NO_SPEAKERS = new Set(
  (
    'note notes nb n.b ps p.s date time times place location venue subject title topic theme themes duration length source sources ' +
    'summary re from to cc bcc item items table figure fig section chapter page part abstract keywords key participants ' +
    'present absent attendees transcript transcription transcribed transcriber recorded recording language file project http https url ' +
    'www warning example examples comment comments remark remarks observation observations action actions decision decisions agenda ' +
    'rule point step stage phase code codes quote memo context background setting reason result results conclusion interview format access ' +
    'status version author authors references appendix annex todo day week month year morning afternoon evening ' +
    'datum tijd plaats locatie onderwerp titel thema duur bron samenvatting aanwezig afwezig deelnemers taal bestand opmerking voorbeeld ' +
    'actie besluit agendapunt conclusie ort zeit dauer quelle anwesend abwesend sprache datei anmerkung hinweis beispiel beschluss ' +
    'lieu durée heure objet présents absents langue fichier remarque exemple fecha lugar hora duración tema fuente presentes ausentes ' +
    'idioma archivo nota ejemplo data luogo ora durata tema fonte presenti assenti lingua esempio'
  ).split(' '),
);

/** Whether a label calls who asks. */
export function isInterviewerName(name: string): boolean {
  return INTERVIEWER.test(name);
}

/** Whether a label can only be a speaker's, however seldom it stands there. */
export function isSpeakerName(name: string): boolean {
  return INTERVIEWER.test(name) || RESPONDENT.test(name) || CODE.test(name);
}

/** Words of a name that are written small. */
const PARTICLES =
  /^(?:de|van|der|den|het|ter|ten|te|op|in|von|zu|zum|zur|und|vom|la|le|les|du|des|d|di|da|del|della|dos|y|e|et|en|of|the|and|for|at|bin|ibn|al|el|af|av)$/iu;

/** As many words as a name or a role has at most. */
const MAX_WORDS = 6;

/**
 * Whether words can be a speaker's name or role: `Anna de Vries`, `Head of purchasing`, `P4`, `J. Smit`. Many a line begins
 * so that does not name a speaker; who asks looks whether it comes again.
 */
export function canBeName(words: string): boolean {
  if (words.length === 0 || words.length > 40 || /[,;!?"“”„«»…=<>|\\{}]/u.test(words)) return false;
  if (isSpeakerName(words)) return true;
  const parts = words.split(/[ \t\u00A0]+/);
  const [first = ''] = parts;
  if (parts.length > MAX_WORDS || NO_SPEAKERS.has(words.replace(/\.$/, '').toLowerCase()))
    return false;
  if (NO_SPEAKERS.has(first.toLowerCase()) && parts.length <= 2) return false;
  if (!/^\p{Lu}/u.test(first) && !PARTICLES.test(first)) return false;
  // A full stop ends a sentence unless it ends an initial or a short title.
  if (/[^\s.]{2,}\.$/.test(words)) return false;
  if (
    parts.some((part, index) => part.endsWith('.') && index < parts.length - 1 && part.length > 4)
  ) {
    return false;
  }
  return /\p{L}/u.test(words);
}

/** Whether all words but particles begin with a capital or are numbers, as in a person's name. */
export function isProperName(words: string): boolean {
  return words
    .split(/[ \t\u00A0]+/)
    .every((part) => /^[\p{Lu}\p{N}(]/u.test(part) || PARTICLES.test(part));
}
