// What the page of an actor's multilateral cooperation reads, and what its forms do.
import type { PublishedAs } from '../../accounts/approval-store.ts'
import type { SectionCompared } from '../../cooperation/compare.ts'
import type { FactOnPage, PageContent, PageFault } from '../../cooperation/page.ts'
import type { PageChanges } from '../../cooperation/page-changes.ts'
import type { Rating } from '../../cooperation/rating.ts'
import type { RatingCount } from '../../cooperation/rating-store.ts'
import type { DecisionMade, DraftAlike, StandingShown } from './approval.ts'
import type { ActorShown } from './states.ts'

/** A version without its content. */
export type PageVersionShown = {
  /** The first twelve hex digits of its digest. */
  id: string
  sha256: string
  /** Null: a draft. */
  number: number | null
  knownOn: string
  frozenAt: string
  publishedAt: string | null
  publishedAs: PublishedAs | null
  /** The actors whose approval it has, by their English names; empty: it was published at a desk or by a command. */
  approvedBy: string[]
}

/** Answers counted: n of N by choice. */
export type RatingsCounted = Record<Rating, number> & { all: number }

/** A section on its way that a draft of the page can be frozen with. */
export type SectionDraftShown = {
  draftId: string
  revision: number
  title: string
  /** `replaces` or `withdraws` a section that is held. */
  does: 'new' | 'replaces' | 'withdraws'
  /** It has mistakes, so that nobody takes it along. */
  isWrong: boolean
}

/** A draft of the page beside what is there until it is published. */
export type PageCompared = {
  /** Number of the published version it is compared with; null: none is, it is the page as the register has it. */
  with: number | null
  before: PageContent
  sections: (SectionCompared & {
    /** The section on its way that it comes from, with all that was typed; null: it is held. */
    draft: DraftAlike | null
  })[]
  /** Titles of those it was frozen with that were changed or given up since, so that it is to be frozen anew. */
  stale: string[]
}

export type CooperationShown = {
  today: string
  actor: ActorShown
  /** `published` or `draft`: as it was frozen. `now`: made from the register today. `preview`: with what was entered here. */
  is: 'published' | 'draft' | 'now' | 'preview'
  /** Null: it is frozen nowhere. */
  version: PageVersionShown | null
  content: PageContent
  /** Facts and sections of what was frozen that are left out of it, no longer being public. */
  withheld: number
  /** What the register says now in place of what is frozen; null where nothing is. */
  changes: PageChanges | null
  /** What keeps a page made today from being frozen. */
  faults: PageFault[]
  /** Sections on their way that a version can be frozen with, for whoever may freeze one. */
  offered: SectionDraftShown[]
  /** Of a draft, for whoever approves it; null: it is none. */
  compared: PageCompared | null
  /** The facts that a section may name, for whoever may write one. */
  nameable: FactOnPage[]
  /** The versions the reader may see, the last one first. */
  versions: PageVersionShown[]
  /** Of a draft, where it stands. */
  standing: StandingShown | null
  /** Of a published version. */
  ratings: RatingsCounted | null
  /** Whether the reader may freeze a version, and see what was entered here. */
  mayFreeze: boolean
}

export type RatingsShown = {
  actor: ActorShown
  versions: (PageVersionShown & { ratings: RatingsCounted })[]
  counts: RatingCount[]
}

export type CooperationData = {
  cooperation: {
    /**
     * An actor's page; `version`: a number, a digest's beginning, "now" or "preview"; without it the last published one, and
     * where there is none, "now". Undefined where no such actor or version is held, or not for this reader.
     */
    show: (actor: string, version?: string) => Promise<CooperationShown | undefined>
    /**
     * Freezes the page as the register has it today, with sections on their way as they were at their revisions. Throws
     * `not-permitted`, `input-rejected` with what is wrong in it.
     */
    freeze: (
      actor: string,
      sections: ReadonlyMap<string, number>,
    ) => Promise<{ id: string; outcome: 'stored' | 'unchanged' }>
    /** Decides about a draft, and with it about the sections on their way that it was frozen with: all or none. */
    decide: (actor: string, version: string, made: DecisionMade) => Promise<'done' | 'published'>
    /** The same for publishing. Throws `input-rejected` where one of them was changed since, or cannot be published. */
    publish: (actor: string, version: string) => Promise<'published' | 'not approved'>
    /** Gives a draft up. Throws `not-found`, `not-permitted`. */
    discard: (actor: string, version: string) => Promise<'done' | 'published'>
    /** The draft of an actor's page that a section on its way was frozen with as it stands; undefined for none. */
    findFrozenWith: (actor: string, draftId: string) => Promise<PageVersionShown | undefined>
    /** The digest of a draft that was given up and did not come back, for whoever may read it. */
    findGivenUp: (actor: string, version: string) => Promise<string | undefined>
    /** A form that rates a published version once. */
    ratingForm: (sha256: string) => string
    /** Counts an answer. */
    rate: (
      sha256: string,
      answer: { useful: Rating; language: string; form: string },
    ) => Promise<'counted' | 'sent before' | 'forged' | 'expired'>
    /** What readers answered about the published versions. */
    ratings: (actor: string) => Promise<RatingsShown | undefined>
  }
}
