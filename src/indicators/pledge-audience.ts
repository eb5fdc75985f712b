// For whom an indicator asks for events: the groups its words list, and whether a mix of them is asked for. In the languages
// pledges come in. Data more than logic: add a word here. Every guess is marked for a person to decide.

/** `groups`: as written; `unread`: entries of the list too long to be a group's name; `mix`: whether several are asked for. */
export type Audience = { groups: string[]; unread: string[]; mix: boolean }

const mixed =
  /\b(?:mix|variety|range) of|mixed|various|diverse|vari[ée]|divers|mélange|mixt[eoa]s?(?!\p{L})|variad|variedad|mezcla|различн|разнообразн|смешанн|разн\p{L}+ (?:групп|аудитори|публик|сло)|янз бүр|төрөл бүр|олон төрлийн|өөр өөр|холимог/iu

/**
 * Groups in brackets behind a varied public: "un public varié (agents, enseignants, journalistes)". Read by hand: a pattern for
 * a list in brackets takes for ever on one that is not closed.
 */
const inBrackets = (text: string): string | undefined => {
  if (!mixed.test(text)) return undefined
  return text
    .split('(')
    .slice(1)
    .flatMap((opened) => (opened.includes(')') ? [opened.slice(0, opened.indexOf(')'))] : []))
    .find((inside) => {
      const entries = inside.split(/[,;]/).map((entry) => entry.trim())
      return entries.length >= 2 && entries.every(({ length }) => length >= 2 && length <= 60)
    })
}

/** Behind "for", "among" or a colon: a list whose last entries "and" joins. */
const listed =
  /(?::|(?:(?:for|among|with|involving) )?(?:an? )?(?:mix|variety|range) of|for|among|with|involving|pour|auprès d(?:e|es|u)|para|con|для|среди)\s+((?:[^.;:(),]+,\s*)*[^.;:(),]*?(?<!\p{L})(?:and|et|y|e|и|ба|болон)\s+[^.;:(),]+?)(?=\s+(?:conducted|held|organi[sz]ed|carried|each|every|annually|per|a year|to|in|chaque|par|cada|al|кажд|в год|ежегодн)(?!\p{L})|[.,;:()]|$)/iu

/** Before the word for taking part, as Mongolian has it: "багш, оюутан, хуульч оролцсон 3 арга хэмжээ". */
const before =
  /^[\s\d-]*((?:[^.;:(),]{2,60},\s*){1,12}[^.;:(),]{2,60}?)\s+(?:оролц|хамр|хамар|зориул)\p{L}*/iu

/** "A mixed audience of …": what is said of the list before its first entry. */
const heading =
  /^(?:an?|the|une?|la|el|los|las|les?)?\s*(?:(?:mixed|varied|diverse|various|broad|wide|general|mixte|varié|diversifié|mixto|variado|diverso)\s+)*(?:audience|public|público|publics|group|groups|people|participants|range|variety|mix)\s*(?:mixte|varié|diversifié|mixto|variado|diverso)?\s*(?:of|from|comprising|including|such as|made up of|composé de|d[eu’']|des|incluyendo|compuesto por)\s*/iu

const entriesOf = (list: string): string[] =>
  list
    .replace(heading, '')
    .split(/[,;]\s*(?:and |et |y |и |ба |болон )?|\s+(?:and|et|y|e|и|ба|болон)\s+/iu)
    .map((one) => one.trim().replace(/^(?:the|les?|la|los|las|el)\s+/iu, ''))
    .filter((one) => one !== '')

/** More words than this are a clause, not the name of a group. */
const mostWords = 5

/** The groups listed after "mix of", "for" or their like: three or more, or two joined by "and"; or in brackets. */
export const audienceIn = (text: string): Audience => {
  const mix = mixed.test(text)
  const list = inBrackets(text) ?? listed.exec(text)?.[1] ?? before.exec(text)?.[1]
  if (list === undefined) return { groups: [], unread: [], mix }
  const entries = entriesOf(list)
  const isShort = (one: string) => one.split(/\s+/).length <= mostWords
  const groups = entries.filter(isShort)
  return groups.length >= 2
    ? { groups, unread: entries.filter((one) => !isShort(one)), mix }
    : { groups: [], unread: [], mix }
}
