// What the pages on which reports and facts are entered read, and what they write. Everything else of the web only reads.

import type { Submitted } from '../../accounts/submitted.ts'
import type { Tier } from '../../facts/datum.ts'
import type { InputFile } from '../../facts/datum-file.ts'
import type { FieldIssue, KindSpec } from '../../facts/kind.ts'
import type { TypedFact } from '../../facts/typed-fact.ts'
import type {
  RecommendationsAsked,
  RecommendationsLooked,
} from '../../implementation/recommendations-import.ts'
import type { DiscardedDraft } from '../../reports/discard-draft.ts'
import type { ReportDraft, Typed } from '../../reports/draft.ts'
import type { Section, SectionState } from '../../reports/draft-sections.ts'
import type { DraftAsked } from '../../reports/edit-draft.ts'
import type { DraftChange, FilledDraft, WorkbookRead } from '../../reports/fill-draft.ts'
import type { Template } from '../../reports/make-template.ts'
import type { Questionnaire } from '../../rules/questionnaire-schema.ts'
import type { DecisionMade, FactDrafts, OwnerShown, StandingShown } from './approval.ts'

/** What a field of a fact may name: values with what they are called; open where anything else may be written too. */
export type FieldChoices = {
  /** `fact`: of one without a title, for pages to call it in their own language. */
  options: readonly {
    value: string
    label: string
    fact?: { kind: string; body: Readonly<Record<string, unknown>> }
    /** No fact yet: a draft that may be named. */
    isOnItsWay?: true
  }[]
  isOpen: boolean
}

/** Answers of a version held, as they would be typed, by question. */
export type HeldAnswers = {
  coversYear: number
  version: number
  receivedOn: string
  answers: Record<string, Typed>
}

/** A department that fills in a section, with its name by language. */
export type SectionDepartment = { id: string; names: Readonly<Record<string, string>> }

export type SectionShown = {
  /** To whom it is assigned; empty: to none in particular. */
  departments: SectionDepartment[]
  /** Whether its reader may change it. */
  mayEdit: boolean
  section: Section
  state: SectionState
  answered: number
  asked: number
  /** The draft's revision at its last save; 0 where it was never saved. */
  revision: number
  finished: boolean
}

export type DraftShown = {
  draft: ReportDraft
  actor: string
  actorName: string
  questionnaire: Questionnaire
  sections: SectionShown[]
  /** What is wrong in all of it, by field. */
  issues: FieldIssue[]
  /** The version whose answers it began with. */
  startedFrom: HeldAnswers | null
  /** The version in force for the year before: shown beside, never filled in. */
  yearBefore: HeldAnswers | null
  /** Name of the version it became, as its page has it; null: not submitted. */
  became: string | null
  /** The number it would get, or got. */
  version: number
  /** Whether it is coded for a treaty, and not made by its actor. */
  isCoded: boolean
  /** Whether its actor writes it itself: it is received by being submitted, and nobody codes it. */
  isOwn: boolean
  /** Who has approved it, and what its reader may do. */
  standing: StandingShown
}

/** One line of a list of drafts. */
export type DraftListed = {
  draftId: string
  actor: string
  actorName: string
  obligation: string
  title: string
  coversYear: number
  changedAt: string
}

/** The drafts changed last, and how many there are in all. */
export type DraftsListed = { drafts: DraftListed[]; count: number }

/** What is held of the report someone wants to enter. */
export type PeriodShown = {
  issues: FieldIssue[]
  versions: { reportId: string; version: number; receivedOn: string; answers: number; current: boolean }[]
  drafts: DraftListed[]
}

export type SectionSaved = {
  outcome: 'saved' | 'changed meanwhile' | 'submitted already'
  shown: DraftShown
  /** The fields in which what is kept differs from what was sent. */
  differing: string[]
}

export type DraftSubmitted = {
  outcome: 'submitted' | 'changed meanwhile' | 'rejected' | 'not approved' | 'same as held'
  shown: DraftShown
}

/** A fact entered here, with what may be done about it. */
export type EnteredFact = {
  id: string
  actor: string
  actorName: string
  kind: string
  title: string
  /** In one English line, as its kind says it; pages say it from `body` in their own language. */
  says: string
  body: Readonly<Record<string, unknown>>
  typed: TypedFact
  note: string | null
  knownFrom: string
  recordedAt: string
  entered: boolean
  /** By whom it was submitted in a right of their own. */
  submitted?: Submitted | null
  /** Who approved it before it was published, by name; none where it needed nobody. */
  approvedBy: string[]
  tier: Tier
  /** The fact it supersedes or takes away. */
  supersedes: string | null
  retracts: string | null
  /** Something newer has superseded it or taken it away. */
  isReplaced: boolean
}

export type EnterReports = {
  listQuestionnaires: () => Promise<Questionnaire[]>
  listOpenDrafts: () => Promise<DraftsListed>
  findDraft: (id: string) => Promise<DraftShown | undefined>
  /** What is held of a report, and what is wrong with asking for it. */
  findPeriod: (asked: DraftAsked) => Promise<PeriodShown>
  /** Begins a draft, once for each `draftId`; its id. Throws where `findPeriod` has issues. */
  beginDraft: (
    asked: DraftAsked & { startedFrom: string | null; draftId?: string | undefined },
  ) => Promise<string>
  /** Throws `not-found` where there is no such draft or section. */
  saveSection: (
    id: string,
    section: string,
    given: { typed: Typed; finished: boolean; revision: number },
  ) => Promise<SectionSaved>
  /** The workbook to fill a report in, in the interface's language: empty, or with what a draft holds. */
  makeTemplate: (asked: DraftAsked, language: string) => Promise<Template>
  makeDraftTemplate: (id: string, language: string) => Promise<Template>
  /** What a workbook says that was made for the draft. Throws where it is none. */
  readWorkbook: (id: string, file: InputFile) => Promise<WorkbookRead>
  /** What filling the draft with this would change. */
  changesFrom: (shown: DraftShown, typed: Typed) => DraftChange[]
  /** Throws `not-found` where there is no such draft. */
  fillDraft: (
    id: string,
    given: { typed: Typed; revision: number },
  ) => Promise<{ outcome: FilledDraft['outcome']; shown: DraftShown }>
  submitDraft: (id: string, revision: number) => Promise<DraftSubmitted>
  /** Whether somebody has discarded the draft of this id. */
  wasDiscarded: (id: string) => Promise<boolean>
  /** Throws `not-found` where there is no such draft. */
  discardDraft: (id: string, revision: number) => Promise<DiscardedDraft['outcome']>
}

/** What those who answer for a report on its way do about it. */
export type ReportApproval = {
  /** Throws `not-found` where there is no such draft. */
  decideReportDraft: (
    id: string,
    given: DecisionMade & { revision: number },
  ) => Promise<{ outcome: 'done' | 'changed meanwhile' | 'submitted already'; shown: DraftShown }>
}

export type EnterFacts = {
  /** Kinds of datum that are entered as facts. */
  listFactKinds: () => Promise<Readonly<Record<string, KindSpec>>>
  /** What each field of a kind may be filled with, by its name, for a fact of an actor; `id`: the one its form gives it. */
  listFactChoices: (asked: {
    kind: string
    actor: string
    id?: string
  }) => Promise<Readonly<Record<string, FieldChoices>>>
  /** Actors that are no States: organisations, bodies, National Societies. */
  listOtherActors: () => Promise<{ id: string; name: string }[]>
  listEnteredFacts: () => Promise<EnteredFact[]>
  /** A fact by its id; of several kinds or actors, the one named. */
  findFact: (asked: { id: string; actor?: string; kind?: string }) => Promise<EnteredFact | undefined>
  /** What stands at the end of those that took the fact's place; undefined where nothing did. */
  findNewest: (asked: { id: string; actor: string; kind: string }) => Promise<EnteredFact | undefined>
  /**
   * What is wrong with a fact as typed, by field, what may be an oversight, and the body it would have; who would have to
   * approve it, and which parties nobody holds.
   */
  checkFact: (typed: TypedFact) => Promise<{
    issues: FieldIssue[]
    questions: FieldIssue[]
    body: Readonly<Record<string, unknown>>
    owners: OwnerShown[]
    notHeld: string[]
  }>
  /** Records it, or gives what is wrong. */
  recordFact: (typed: TypedFact) => Promise<FieldIssue[]>
}

/** A study whose recommendations may be taken in. */
export type StudyHeld = {
  id: string
  title: string
  language: string | null
  actor: string
  actorName: string
  /** The instrument it is about. */
  instrument: string
}

export type EnterRecommendations = {
  /** Undefined where its reader sees none of this id. */
  findStudy: (id: string) => Promise<StudyHeld | undefined>
  /** What taking in a file would do; nothing is stored. Throws `input-rejected` or `input-unreadable`. */
  lookAtRecommendations: (asked: RecommendationsAsked) => Promise<RecommendationsLooked>
  /** All of it or nothing: recorded, or, for those whose facts others approve, kept as drafts that ask for approval. */
  takeInRecommendations: (asked: RecommendationsAsked) => Promise<{ recorded: number; drafted: number }>
}

export type Entering = EnterReports & EnterFacts & EnterRecommendations & FactDrafts & ReportApproval

/** The one part of what pages read that they also write. */
export type EnterData = { enter: Entering }
