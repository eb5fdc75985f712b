// Reports that are entered through forms: their drafts, into what a world holds and out of it.

import { findStanding } from '../../accounts/decide.ts'
import { may } from '../../accounts/may.ts'
import { agentOf, isKeeper } from '../../accounts/person.ts'
import type { Db } from '../../db/store.ts'
import { readOncePerInstruments } from '../../instrument-folders.ts'
import { problem } from '../../problem.ts'
import { checkDraft } from '../../reports/check-draft.ts'
import { decidableDraft, decideDraft } from '../../reports/decide-draft.ts'
import { discardDraft } from '../../reports/discard-draft.ts'
import { type ReportDraft, typedAnswers } from '../../reports/draft.ts'
import { countAnswered, sectionsOf, stateOfSection } from '../../reports/draft-sections.ts'
import { findDraft, listOpenDrafts, type OpenDraftsAsked, wasDiscarded } from '../../reports/draft-store.ts'
import { beginDraft, checkIdentity, saveSection } from '../../reports/edit-draft.ts'
import { changesIn, fillDraft, readForDraft } from '../../reports/fill-draft.ts'
import { makeTemplate, templateOfDraft } from '../../reports/make-template.ts'
import { reportName } from '../../reports/naming.ts'
import { askedAnswers, isOwnReport } from '../../reports/own-report.ts'
import { askedBy } from '../../reports/questionnaire.ts'
import { currentVersion, type ReportVersion } from '../../reports/report.ts'
import { readShippedQuestionnaires } from '../../reports/shipped.ts'
import { listAnswers, listReportVersions } from '../../reports/store.ts'
import { type SubmittedInRight, submitDraft } from '../../reports/submit-draft.ts'
import type {
  DraftShown,
  DraftsListed,
  EnterReports,
  HeldAnswers,
  PeriodShown,
  ReportApproval,
} from '../data/enter.ts'
import { namesHeld } from './actor-names.ts'
import type { Reader } from './handles.ts'
import { permittedReports } from './permitted.ts'
import { draftOnItsWay, keeperOfObligation, reportOnItsWay, reportToBegin } from './report-thing.ts'
import { departmentsOfDraft } from './section-departments.ts'
import { permittedDecision, standingShown } from './standing-shown.ts'

/** More drafts than this are no list one looks through. */
const mostListed = 100

// A form asks for them with every page.
const shipped = readOncePerInstruments(() => {
  const questionnaires = readShippedQuestionnaires()
  return { questionnaires, asked: askedBy(questionnaires) }
})

const questionnaireOf = (obligation: string) => {
  const found = shipped().questionnaires.find((one) => one.id === obligation)
  if (found === undefined) throw problem('not-found', `No questionnaire is held for "${obligation}".`)
  return found
}

const draftHeld = async (db: Db, id: string): Promise<ReportDraft> => {
  const draft = await findDraft(db, id)
  if (draft === undefined) throw problem('not-found', 'There is no such draft.')
  return draft
}

const listed = async (
  { db, person, world }: Reader,
  about?: OpenDraftsAsked['about'],
): Promise<DraftsListed> => {
  const isOfAll = person.as === 'desk' || person.as === 'command'
  const held = await listOpenDrafts(db, {
    limit: isOfAll ? mostListed : null,
    ...(about === undefined ? {} : { about }),
  })
  const drafts = held.drafts.filter((draft) => may(person, 'read', reportOnItsWay(world, draft, person)))
  const nameOf = await namesHeld(db)
  return {
    count: isOfAll ? held.count : drafts.length,
    drafts: drafts.slice(0, mostListed).map(({ draftId, actor, obligation, coversYear, changedAt }) => ({
      draftId,
      actor,
      actorName: nameOf(actor),
      obligation,
      title: shipped().questionnaires.find((one) => one.id === obligation)?.title ?? obligation,
      coversYear,
      changedAt,
    })),
  }
}

const answersOf = async (db: Db, version: ReportVersion | undefined): Promise<HeldAnswers | null> =>
  version === undefined
    ? null
    : {
        coversYear: version.coversYear,
        version: version.version,
        receivedOn: version.receivedOn,
        answers: typedAnswers(await listAnswers(db, { reportId: version.reportId })),
      }

const draftShown = async (reader: Reader, draft: ReportDraft): Promise<DraftShown> => {
  const { db, person, world } = reader
  const { actor, obligation, coversYear, subject, content } = draft
  const questionnaire = questionnaireOf(obligation)
  const versions = (await listReportVersions(db, { actor, obligation })).filter(
    (version) => version.subject === subject,
  )
  const held = versions.filter((version) => version.coversYear === coversYear)
  const before = versions.filter((version) => version.coversYear === coversYear - 1)
  const became = held.find((version) => version.reportId === draft.submittedReport)
  // What a submitted draft said is checked no more: later days and versions change nothing of it.
  const issues = became === undefined ? await checkDraft(db, draft, { questionnaires: shipped().asked }) : []
  const nameOf = await namesHeld(db)
  const standing = await findStanding(db, decidableDraft(draft), became !== undefined)
  const departmentsOf = await departmentsOfDraft(reader, draft)
  const { state } = standing
  const startedFrom = await answersOf(
    db,
    held.find((version) => version.reportId === draft.startedFrom),
  )
  return {
    draft,
    actor,
    actorName: nameOf(actor),
    questionnaire,
    isCoded: draft.owner !== null && isKeeper(draft.owner),
    isOwn: isOwnReport(draft),
    standing: await standingShown(draftOnItsWay(world, draft), standing, reader, nameOf),
    sections: sectionsOf(questionnaire).map((section) => ({
      section,
      departments: departmentsOf(section),
      mayEdit: may(
        person,
        'edit',
        reportOnItsWay(
          world,
          draft,
          person,
          state,
          departmentsOf(section).map(({ id }) => id),
        ),
      ),
      state: stateOfSection(content, section, issues),
      ...countAnswered(content, section),
      revision: content.sections[section.id]?.revision ?? 0,
      finished: content.sections[section.id]?.finished ?? false,
    })),
    issues,
    startedFrom:
      startedFrom === null ? null : { ...startedFrom, answers: askedAnswers(draft, startedFrom.answers) },
    yearBefore: await answersOf(db, currentVersion(before)),
    became: became === undefined ? null : reportName(became),
    version: became?.version ?? Math.max(0, ...held.map((version) => version.version)) + 1,
  }
}

/** Who makes a report that somebody begins: its actor, where they are its people; otherwise those who code for the treaty. */
const makerOf = ({ person, world }: Reader, asked: { actor: string; obligation: string }): string | null => {
  if (person.as !== 'person') return null
  const asActor = { ...reportToBegin(world, asked), keeper: null }
  return may(person, 'enter', asActor) ? asked.actor : keeperOfObligation(asked.obligation)
}

/** In whose right somebody submits: the State's own, or that of a treaty's keeper, for whom it was coded. */
const rightOf = (draft: ReportDraft): SubmittedInRight =>
  draft.owner !== null && isKeeper(draft.owner)
    ? { publishedAs: 'keeper', codedSections: sectionsOf(questionnaireOf(draft.obligation)) }
    : { publishedAs: 'owner' }

const periodShown = async (
  reader: Reader,
  given: Parameters<EnterReports['findPeriod']>[0],
): Promise<PeriodShown> => {
  const { db } = reader
  const { identity, issues } = await checkIdentity(db, given, { questionnaires: shipped().asked })
  if (issues.length > 0) return { issues, versions: [], drafts: [] }
  const { actor, obligation, coversYear, subject } = identity
  const held = (await listReportVersions(db, { actor, obligation, coversYear })).filter(
    (version) => version.subject === subject,
  )
  const current = currentVersion(held)
  const versions = await Promise.all(
    held.map(async (version) => ({
      reportId: version.reportId,
      version: version.version,
      receivedOn: version.receivedOn,
      answers: (await listAnswers(db, { reportId: version.reportId })).length,
      current: version === current,
    })),
  )
  return { issues, versions, drafts: (await listed(reader, identity)).drafts }
}

/** Entering reports into one world. Those of real States are marked as entered here. */
export const reportsEntered = (reader: Reader): EnterReports & ReportApproval => {
  const held = reportsOf(reader)
  return reader.person.as === 'desk' || reader.person.as === 'command' ? held : permittedReports(held, reader)
}

const reportsOf = (reader: Reader): EnterReports & ReportApproval => {
  const { db, world, person } = reader
  const agent = agentOf(person)
  return {
    listQuestionnaires: async () => shipped().questionnaires,
    listOpenDrafts: () => listed(reader),
    findDraft: async (id) => {
      const draft = await findDraft(db, id)
      return draft === undefined ? undefined : draftShown(reader, draft)
    },
    findPeriod: (given) => periodShown(reader, given),
    beginDraft: async (given) => {
      const asked = { ...given, owner: makerOf(reader, given), agent }
      return (await beginDraft(db, asked, { questionnaires: shipped().asked })).draftId
    },
    saveSection: async (id, name, given) => {
      const draft = await findDraft(db, id)
      const section = draft && sectionsOf(questionnaireOf(draft.obligation)).find((one) => one.id === name)
      if (section === undefined) throw problem('not-found', `The draft has no section "${name}".`)
      const saved = await saveSection(db, id, section, { ...given, agent })
      return {
        outcome: saved.outcome,
        shown: await draftShown(reader, saved.draft),
        differing: 'differing' in saved ? saved.differing : [],
      }
    },
    makeTemplate: (asked, language) =>
      makeTemplate(db, asked, { world, language, questionnaires: shipped().questionnaires }),
    makeDraftTemplate: async (id, language) =>
      templateOfDraft(db, await draftHeld(db, id), {
        world,
        language,
        questionnaires: shipped().questionnaires,
      }),
    readWorkbook: async (id, file) =>
      readForDraft(db, await draftHeld(db, id), file, { questionnaires: shipped().asked, world }),
    changesFrom: ({ draft, questionnaire }, typed) =>
      changesIn(draft.content, sectionsOf(questionnaire), typed),
    fillDraft: async (id, given) => {
      const { obligation } = await draftHeld(db, id)
      const sections = sectionsOf(questionnaireOf(obligation))
      const { outcome, draft } = await fillDraft(db, id, sections, { ...given, agent })
      return { outcome, shown: await draftShown(reader, draft) }
    },
    submitDraft: async (id, revision) => {
      const held = await draftHeld(db, id)
      const isInRight = person.as === 'person'
      const options = {
        questionnaires: shipped().asked,
        entered: world === 'register' && !isInRight,
        agent,
        ...(isInRight ? { inRight: rightOf(held) } : {}),
      }
      const { outcome, draft } = await submitDraft(db, id, revision, options)
      return { outcome, shown: await draftShown(reader, draft) }
    },
    decideReportDraft: async (id, { revision, ...made }) => {
      const held = await draftHeld(db, id)
      const standing = await findStanding(db, decidableDraft(held))
      const decided = permittedDecision(reader, draftOnItsWay(world, held), standing, made)
      // Who may decide is asked of the draft as it was seen: what somebody wrote into it since may be their own.
      if (held.submittedReport === null && held.revision !== revision)
        return { outcome: 'changed meanwhile', shown: await draftShown(reader, held) }
      const { outcome, draft } = await decideDraft(db, id, { ...decided, revision, agent })
      return { outcome, shown: await draftShown(reader, draft) }
    },
    wasDiscarded: (id) => wasDiscarded(db, id),
    discardDraft: async (id, revision) => (await discardDraft(db, id, revision, agent)).outcome,
  }
}
