// What the pages of plans and indicators read.
import type { IndicatorShown, StateCount, ValueShown } from '../../indicators/show.ts'
import type { SourceShown } from './source.ts'

export type PlanHeld = {
  id: string
  title: string
  status: 'draft' | 'adopted' | 'superseded'
  /** What has to be said wherever the plan is shown, such as "Draft of 16 August 2024; …". */
  notice: string | null
  /** The same in other languages, by language tag. */
  noticeIn: Record<string, string>
  /** The treaty it serves, where it serves one. */
  treaty: string | null
  /** Language of its words (BCP 47). */
  language: string
  actions: number
  indicators: number
}

/** Words of the document in another of its languages. */
export type OtherWords = { language: string; text: string }
/** `language` (BCP 47) is there where the words are in another language than the document's. */
export type Worded = { text: string; language?: string | undefined; translations?: OtherWords[] | undefined }
export type PlanIndicator = Worded & { id: string; number: string; unit: string }
export type PlanAction = Worded & { number: string; indicators: PlanIndicator[] }
/** A numbered paragraph of a section, with the list it introduces, if any. Verbatim. */
export type PlanParagraph = {
  number: string | null
  text: string
  language?: string | undefined
  items: string[]
}
export type PlanSection = {
  number: string | null
  title: string
  /** Of the title, where it is not the document's. */
  language?: string | undefined
  paragraphs: PlanParagraph[]
  actions: PlanAction[]
}
export type PlanShown = PlanHeld & {
  source: SourceShown | null
  /** First and last year of the plan. */
  period: { from: number; until: number } | null
  sections: PlanSection[]
  /** Indicators of the plan as a whole, which hang on no action. */
  planIndicators: PlanIndicator[]
}

export type IndicatorQuery = {
  /** Instrument and number, such as `siem-reap-angkor-draft-2024-08/7.1`. */
  indicator: string
  year: number
  asOf?: string
  knownOn?: string
  reading?: string
}

export type PlanData = {
  listPlans: () => Promise<PlanHeld[]>
  findPlan: (id: string) => Promise<PlanShown | undefined>
  /** Default readings of every indicator of the plan, for every year that has been evaluated. */
  listValues: (plan: string) => Promise<ValueShown[]>
  /** Members of each of these values by their state. */
  countStates: (plan: string) => Promise<StateCount[]>
  showIndicator: (query: IndicatorQuery) => Promise<IndicatorShown>
  /** The rule as data, with its hash. */
  findRule: (indicator: string) => Promise<{ rule: unknown; sha256: string } | undefined>
}
