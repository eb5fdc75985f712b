// What a page of multilateral cooperation says: its sections, the facts they tell, and where each was read. It is made from
// the register, frozen as it stands when it is published, and rendered from this alone.

/** Words by language (BCP 47). A language that is missing has none: nothing here was translated by a machine. */
export type Words = Record<string, string>

/** A fact as the page tells it. */
export type FactOnPage = {
  /** The id its file gave it first, by which sections name it: a correction keeps it. */
  id: string
  /** The ids that corrections gave it since. */
  alsoCalled: string[]
  datumId: string
  actor: string
  kind: string
  /** In our words, English. */
  title: string
  /** The date as its source gives it (EDTF), or its first day; null: none. */
  held: string | null
  /** The fields of its kind. */
  fields: Record<string, unknown>
  /** The source states it as holding when it was written, without saying until when. */
  statedAsCurrent: boolean
  /** When the source said so (EDTF); null: nothing dates it. */
  statedAsOf: string | null
  knownFrom: string
  /** Number of its entry among the sources; null: it has no source. */
  source: number | null
  /** Entered here, not received: in a preview alone, never in anything published. */
  entered: boolean
}

/** Where a fact was read: one entry for each place of a document. */
export type SourceOnPage = {
  number: number
  title: string
  address: string | null
  publisher: string | null
  /** The document's own date (EDTF); null: it has none. */
  date: string | null
  /** When an undated document is taken to have been written, where its facts say so (EDTF). */
  statedAsOf: string | null
  /** The day since which what stands in it is known here. */
  knownFrom: string
  locator: string | null
  quotation: string | null
  language: string | null
}

/** Facts told one after the other behind a few words, such as "Quorrela hosted: …". */
export type Told = { lead: Words; facts: string[] /** How many more the register has. */; more: number }

export type SectionOnPage = {
  /** Place on the page. */
  id: string
  title: Words
  /** Paragraphs that the office wrote, by language; `{id}` in them is the place of a fact. */
  written: Words[]
  /** Paragraphs made of facts. */
  told: Told[][]
}

export type PageContent = {
  format: 'pacta-cooperation-page/1'
  /** Whose page it is. */
  actor: string
  /** Names of the actor and of those its facts name, by id and language. */
  names: Record<string, Words>
  /** The day whose knowledge it holds. */
  knownOn: string
  /** The languages it is written in, side by side: English, and that of the State where it is known. */
  languages: string[]
  /** Whether the sections were written by the actor; otherwise they are made from the register. */
  isWritten: boolean
  sections: SectionOnPage[]
  facts: FactOnPage[]
  sources: SourceOnPage[]
}

/** What is wrong with a page, so that it is not published: where, and what was found. */
export type PageFault = { section: string; fault: 'fact' | 'language' | 'figure'; found: string }

/** The fact that a page tells under an id; undefined where it tells none. */
export const factOf = (content: PageContent, id: string): FactOnPage | undefined =>
  content.facts.find((fact) => fact.id === id || fact.alsoCalled.includes(id))

/** What an actor is called in a language: its own name there, otherwise the English one; its id where it has none. */
export const nameIn = (
  content: Pick<PageContent, 'names'>,
  id: string,
  language: string,
): { name: string; language: string | null } => {
  const names = content.names[id] ?? {}
  const own = names[language]
  if (own !== undefined) return { name: own, language }
  return names.en === undefined ? { name: id, language: null } : { name: names.en, language: 'en' }
}
