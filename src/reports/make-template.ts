// The workbook of one report: made for an actor and a year, with what was reported the year before beside the questions.
import { findSetting } from '../db/setting-store.ts'
import type { Db } from '../db/store.ts'
import { todayIn } from '../facts/today.ts'
import { listActors } from '../parties/actor-store.ts'
import { problem } from '../problem.ts'
import type { Questionnaire } from '../rules/questionnaire-schema.ts'
import { languages } from '../words/languages.ts'
import { contentOf, type ReportDraft, typedAnswers } from './draft.ts'
import { checkIdentity, type DraftAsked, type DraftIdentity } from './edit-draft.ts'
import { askedBy } from './questionnaire.ts'
import { currentVersion, type ReportDocument, type ReportVersion } from './report.ts'
import { listAnswers, listReportVersions } from './store.ts'
import type { TemplateGiven } from './workbook-made.ts'
import { writeTemplate } from './workbook-template.ts'

export type TemplateAsked = {
  world: 'register' | 'exercise'
  /** Of the interface's words (BCP 47). */
  language: string
  questionnaires: readonly Questionnaire[]
  today?: string
}

export type Template = { fileName: string; bytes: Uint8Array }

/** What of a document the form does not ask, under the names the version has it. */
const otherFacts = ({ document }: ReportVersion): ReportDocument => {
  const asked = ['title', 'form', 'pages', 'voluntary']
  return Object.fromEntries(Object.entries(document).filter(([name]) => !asked.includes(name)))
}

const templateOf = async (
  db: Db,
  identity: DraftIdentity,
  asked: TemplateAsked,
  filled: Pick<TemplateGiven, 'filled' | 'other'>,
): Promise<Template> => {
  const { actor, obligation, coversYear, subject } = identity
  if (!languages.some((one) => one.code === asked.language))
    throw problem('usage', `No words are held in the language "${asked.language}".`, [
      {
        path: 'language',
        message: 'No such language',
        expected: languages.map((one) => one.code).join(', '),
      },
    ])
  const questionnaire = asked.questionnaires.find((one) => one.id === obligation)
  if (questionnaire === undefined) throw problem('not-found', `No questionnaire is held for "${obligation}".`)
  const versions = (await listReportVersions(db, { actor, obligation, coversYear: coversYear - 1 })).filter(
    (version) => version.subject === subject,
  )
  const before = currentVersion(versions)
  const name = (await listActors(db)).find((one) => one.id === actor)?.names
  const bytes = writeTemplate({
    ...filled,
    questionnaire,
    actor,
    actorName:
      Object.entries(name ?? {}).find(([code]) => code === asked.language)?.[1].short ??
      name?.en?.short ??
      actor,
    coversYear,
    subject,
    world: asked.world,
    banner: (await findSetting(db, 'banner')) ?? null,
    language: asked.language,
    today: asked.today ?? (await todayIn(db)),
    before:
      before === undefined
        ? null
        : {
            coversYear: before.coversYear,
            version: before.version,
            receivedOn: before.receivedOn,
            answers: typedAnswers(await listAnswers(db, { reportId: before.reportId })),
          },
  })
  const world = asked.world === 'exercise' ? 'exercise-' : ''
  return { fileName: `${world}${actor}-${obligation}-${coversYear}.xlsx`.replace(/[^\w.-]+/g, '-'), bytes }
}

/**
 * A template for the report `about` names; with the answers of the version in force where `isFilled`. Throws
 * `input-rejected` where it names nothing held, `not-found` where there is no version to fill in.
 */
export const makeTemplate = async (
  db: Db,
  about: DraftAsked & { isFilled?: boolean },
  asked: TemplateAsked,
): Promise<Template> => {
  const { identity, issues } = await checkIdentity(db, about, {
    questionnaires: askedBy(asked.questionnaires),
    ...(asked.today === undefined ? {} : { today: asked.today }),
  })
  if (issues.length > 0)
    throw problem(
      'input-rejected',
      'No template can be made for this report.',
      issues.map(({ field, ...issue }) => ({ path: field, ...issue })),
    )
  if (about.isFilled !== true) return templateOf(db, identity, asked, {})
  const { actor, obligation, coversYear, subject } = identity
  const current = currentVersion(
    (await listReportVersions(db, { actor, obligation, coversYear })).filter(
      (one) => one.subject === subject,
    ),
  )
  if (current === undefined)
    throw problem(
      'not-found',
      `No version of ${obligation} of ${actor} for ${coversYear} is held to fill in.`,
    )
  const answers = await listAnswers(db, { reportId: current.reportId })
  const content = contentOf(current, answers)
  return templateOf(db, identity, asked, {
    // When the next version comes is not known: the day stays open.
    filled: content,
    other: otherFacts(current),
  })
}

/** A template with what a draft holds filled in. */
export const templateOfDraft = (db: Db, draft: ReportDraft, asked: TemplateAsked): Promise<Template> =>
  templateOf(db, draft, asked, { filled: draft.content })
