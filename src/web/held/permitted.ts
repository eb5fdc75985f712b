// What entering asks before it is done: whether whoever does it may. Each function is named here, so that a new one
// cannot be forgotten; the desk and commands are asked nothing.

import { findStanding } from '../../accounts/decide.ts'
import { may } from '../../accounts/may.ts'
import { permit, permitEntering } from '../../accounts/permit.ts'
import { problem } from '../../problem.ts'
import { decidableDraft } from '../../reports/decide-draft.ts'
import type { ReportDraft, Typed } from '../../reports/draft.ts'
import { differingFields, sectionsOf } from '../../reports/draft-sections.ts'
import { findDraft } from '../../reports/draft-store.ts'
import { readShippedQuestionnaires } from '../../reports/shipped.ts'
import type { EnterFacts, EnterReports, ReportApproval } from '../data/enter.ts'
import { factToEnter } from './fact-thing.ts'
import type { Reader } from './handles.ts'
import { reportOnItsWay, reportToBegin } from './report-thing.ts'
import { departmentsOfDraft } from './section-departments.ts'

const questionnaireOfDraft = ({ obligation }: ReportDraft) => {
  const found = readShippedQuestionnaires().find(({ id }) => id === obligation)
  if (found === undefined) throw problem('not-found', `No questionnaire is held for "${obligation}".`)
  return found
}

/** Reports on their way are seen and changed by those whose they are; for others they are not there. */
export const permittedReports = (
  held: EnterReports & ReportApproval,
  reader: Reader,
): EnterReports & ReportApproval => {
  const { person, world, db } = reader
  const permitDraft = async (
    act: 'edit' | 'publish' | 'discard' | 'read',
    id: string,
    departments: (draft: ReportDraft) => Promise<string[]> = async () => [],
  ): Promise<ReportDraft> => {
    permitEntering(person, world)
    const draft = await findDraft(db, id)
    if (draft === undefined || !may(person, 'read', reportOnItsWay(world, draft, person)))
      throw problem('not-found', 'There is no such draft.')
    const { state } = await findStanding(db, decidableDraft(draft))
    // What is not approved yet is said to be so, to whoever may publish it once it is.
    const asked = act === 'publish' ? 'approved' : state
    permit(person, act, reportOnItsWay(world, draft, person, asked, await departments(draft)))
    return draft
  }
  const assignedTo = (name: string) => async (draft: ReportDraft) => {
    const sections = sectionsOf(questionnaireOfDraft(draft))
    const section = sections.find(({ id }) => id === name)
    const departmentsOf = await departmentsOfDraft(reader, draft)
    return section === undefined ? [] : departmentsOf(section).map(({ id }) => id)
  }
  /** Every section of which a workbook changes something has to be theirs. */
  const permitFilling = async (id: string, typed: Typed): Promise<void> => {
    const draft = await permitDraft('edit', id)
    const sections = sectionsOf(questionnaireOfDraft(draft))
    const changed = sections.filter((section) => differingFields(draft.content, section, typed).length > 0)
    for (const section of changed) await permitDraft('edit', id, assignedTo(section.id))
  }
  return {
    listQuestionnaires: () => {
      permitEntering(person, world)
      return held.listQuestionnaires()
    },
    listOpenDrafts: () => {
      permitEntering(person, world)
      return held.listOpenDrafts()
    },
    findDraft: async (id) => {
      permitEntering(person, world)
      const shown = await held.findDraft(id)
      return shown !== undefined && may(person, 'read', reportOnItsWay(world, shown.draft, person))
        ? shown
        : undefined
    },
    decideReportDraft: async (id, made) => {
      await permitDraft('read', id)
      return held.decideReportDraft(id, made)
    },
    findPeriod: async (asked) => {
      permitEntering(person, world)
      const period = await held.findPeriod(asked)
      if (period.issues.length === 0) permit(person, 'enter', reportToBegin(world, asked))
      return period
    },
    beginDraft: async (asked) => {
      permitEntering(person, world)
      permit(person, 'enter', reportToBegin(world, asked))
      return held.beginDraft(asked)
    },
    saveSection: async (id, section, given) => {
      await permitDraft('edit', id, assignedTo(section))
      return held.saveSection(id, section, given)
    },
    makeTemplate: async (asked, language) => {
      permitEntering(person, world)
      return held.makeTemplate(asked, language)
    },
    makeDraftTemplate: async (id, language) => {
      await permitDraft('read', id)
      return held.makeDraftTemplate(id, language)
    },
    readWorkbook: async (id, file) => {
      await permitDraft('edit', id)
      return held.readWorkbook(id, file)
    },
    changesFrom: held.changesFrom,
    fillDraft: async (id, given) => {
      await permitFilling(id, given.typed)
      return held.fillDraft(id, given)
    },
    submitDraft: async (id, revision) => {
      await permitDraft('publish', id)
      return held.submitDraft(id, revision)
    },
    wasDiscarded: (id) => {
      permitEntering(person, world)
      return held.wasDiscarded(id)
    },
    discardDraft: async (id, revision) => {
      await permitDraft('discard', id)
      return held.discardDraft(id, revision)
    },
  }
}

/** Facts are entered for those whom they are of. */
export const permittedFacts = (held: EnterFacts, reader: Reader): EnterFacts => {
  const { person, world } = reader
  return {
    listFactKinds: () => {
      permitEntering(person, world)
      return held.listFactKinds()
    },
    listFactChoices: (asked) => {
      permitEntering(person, world)
      return held.listFactChoices(asked)
    },
    listOtherActors: () => {
      permitEntering(person, world)
      return held.listOtherActors()
    },
    listEnteredFacts: () => {
      permitEntering(person, world)
      return held.listEnteredFacts()
    },
    findFact: held.findFact,
    findNewest: held.findNewest,
    checkFact: async (typed) => {
      permit(person, 'enter', factToEnter(world, typed))
      return held.checkFact(typed)
    },
    recordFact: async (typed) => {
      permit(person, 'publish', factToEnter(world, typed))
      return held.recordFact(typed)
    },
  }
}
