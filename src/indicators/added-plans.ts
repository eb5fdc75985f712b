// Instruments that a user adds: a folder is checked, copied whole beside those that ship, and computed. What is held of
// one keeps it: it is replaced only by what still means the same, removed only while nothing was recorded under it.
import { copyFileSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { recordEvent } from '../db/events.ts'
import { deleteSetting, findSetting, listSettings, saveSetting } from '../db/setting-store.ts'
import { type Db, inTransaction, type Store } from '../db/store.ts'
import { thingKey } from '../db/thing-key.ts'
import {
  addedInstruments,
  instrumentFolders,
  noticeInstruments,
  useInstruments,
} from '../instrument-folders.ts'
import { listActorsAdded } from '../parties/added-actors.ts'
import { type Issue, problem } from '../problem.ts'
import { answerableQuestions } from '../rules/questionnaire-schema.ts'
import { ensureFresh } from './ensure-fresh.ts'
import { type FolderNames, type FolderUse, listQuestionsAnswered, listUses } from './folder-use-store.ts'
import { checkPlanFolder, filesIn, hashOfFolder, type PlanFolderChecked } from './plan-folder.ts'
import { heldPlans } from './plans.ts'
import { forgetValuesOf } from './store.ts'

const worlds = ['register', 'exercise'] as const
const settingOf = (name: string): string => `plan-folder:${name}`

export type AddedPlan = {
  folder: string
  path: string
  outcome: 'added' | 'replaced' | 'held already'
  plans: { id: string; title: string; indicators: number; values: number }[]
  /** The treaty that the folder holds, with the number of its duties. */
  treaty: { id: string; title: string; duties: number } | null
  /** Guesses of the scaffold nobody has decided, and what may not be meant. */
  marks: Issue[]
  notes: Issue[]
}

const rootOrRefuse = (): string => {
  const root = addedInstruments()
  if (root === undefined)
    throw problem('usage', 'No folder for instruments is named: give --data or PACTA_INSTRUMENTS.')
  return root
}

/** Copies the files to a folder of another name first: whoever reads sees all of it or none. */
const copyWhole = (checked: PlanFolderChecked, root: string): void => {
  mkdirSync(root, { recursive: true })
  const target = join(root, checked.name)
  const incoming = join(root, `.adding-${checked.name}-${process.pid}`)
  const outgoing = join(root, `.replaced-${checked.name}-${process.pid}`)
  rmSync(incoming, { recursive: true, force: true })
  try {
    mkdirSync(incoming)
    for (const file of checked.files) copyFileSync(join(checked.path, file), join(incoming, file))
    if (existsSync(target)) renameSync(target, outgoing)
    try {
      renameSync(incoming, target)
    } catch (error) {
      if (existsSync(outgoing)) renameSync(outgoing, target)
      throw error
    }
  } finally {
    rmSync(incoming, { recursive: true, force: true })
    if (existsSync(target)) rmSync(outgoing, { recursive: true, force: true })
  }
}

const namesOf = (checked: PlanFolderChecked): FolderNames => ({
  obligations: checked.questionnaires.map(({ id }) => id),
  kinds: Object.keys(checked.kinds),
  treaties: checked.treaty === undefined ? [] : [checked.treaty.id],
  plans: checked.instruments.map(({ id }) => id),
})

const without = (all: readonly string[], kept: readonly string[]): string[] =>
  all.filter((one) => !kept.includes(one))

const useWords = {
  report: 'report',
  draft: 'draft of a report',
  fact: 'fact',
  act: 'act with the depositary',
  release: 'release',
}

const issueOfUse = (folder: string, world: string, { what, name, count }: FolderUse): Issue => ({
  file: folder,
  message: `${count === 1 ? 'one' : count} ${useWords[what]}${count === 1 ? '' : 's'} of "${name}" ${count === 1 ? 'is' : 'are'} held in the ${world}`,
})

/** What is recorded under the folder that is held and would lose its meaning under the new one. */
const lostBy = async (store: Store, held: PlanFolderChecked, next: PlanFolderChecked): Promise<Issue[]> => {
  const before = namesOf(held)
  const after = namesOf(next)
  const gone: FolderNames = {
    obligations: without(before.obligations, after.obligations),
    kinds: without(before.kinds, after.kinds),
    treaties: without(before.treaties, after.treaties),
    plans: without(before.plans, after.plans),
  }
  const asked = new Set(
    next.questionnaires.flatMap((one) => answerableQuestions(one).map(({ id }) => `${one.id}/${id}`)),
  )
  const issues: Issue[] = []
  for (const world of worlds) {
    const db = store.world(world)
    issues.push(...(await listUses(db, gone)).map((use) => issueOfUse(next.name, world, use)))
    for (const { obligation, question, count } of await listQuestionsAnswered(db, after.obligations))
      if (!asked.has(`${obligation}/${question}`))
        issues.push({
          file: next.name,
          message: `the question "${question}" of "${obligation}" is gone, and ${count} answers to it are held in the ${world}`,
          expected: 'the question as it was; an id never changes its meaning',
        })
  }
  return issues
}

const compute = async (store: Store, ids: readonly string[]): Promise<Map<string, number>> => {
  const values = new Map<string, number>()
  for (const world of worlds)
    for (const plan of heldPlans())
      if (ids.includes(plan.rules.id))
        values.set(
          plan.rules.id,
          (values.get(plan.rules.id) ?? 0) + (await ensureFresh(store.world(world), plan)),
        )
  return values
}

/** What is said of a treaty that a folder holds. */
export const treatyTold = (treaty: PlanFolderChecked['treaty']): AddedPlan['treaty'] =>
  treaty === undefined
    ? null
    : {
        id: treaty.id,
        title: treaty.titles.en?.formal ?? treaty.id,
        duties: Object.keys(treaty.duties).length,
      }

/**
 * Checks a folder, copies it beside the instruments that ship and computes its values in both worlds. The same folder
 * again changes nothing; a changed one of the same name replaces it. Throws `input-rejected` with every mistake, every
 * name something else has, and everything recorded that would lose its meaning; then nothing is copied.
 */
export const addPlan = async (store: Store, folder: string): Promise<AddedPlan> => {
  const root = rootOrRefuse()
  const checked = checkPlanFolder(folder, await listActorsAdded(store))
  if (checked.issues.length > 0) throw refused(folder, checked.issues)
  const { name, files } = checked
  const target = join(root, name)
  const hash = hashOfFolder(checked.path, files)
  const held = existsSync(target) ? checkPlanFolder(target) : undefined
  const same = held !== undefined && hashOfFolder(held.path, held.files) === hash
  if (held !== undefined && !same) {
    const issues = await lostBy(store, held, checked)
    if (issues.length > 0) throw refused(folder, issues)
  }
  if (!same) copyWhole(checked, root)
  useInstruments(root)
  const db = store.world('register')
  await inTransaction(db, async (trx) => {
    const was = await findSetting(trx, settingOf(name))
    await saveSetting(trx, settingOf(name), hash)
    if (!same || was !== hash)
      await recordEvent(trx, {
        agent: 'pacta plan add',
        action: 'plan-added',
        subject: name,
        detail: { changes: [], sha256: hash, plans: checked.instruments.map(({ id }) => id) },
        things: [
          {
            thing: thingKey.planFolder(name),
            before: was === undefined ? null : { sha256: was },
            after: { sha256: hash },
          },
        ],
      })
  })
  const values = await compute(
    store,
    checked.instruments.map(({ id }) => id),
  )
  return {
    folder: name,
    path: target,
    outcome: same ? 'held already' : held === undefined ? 'added' : 'replaced',
    plans: checked.instruments.map(({ id, title, indicators }) => ({
      id,
      title,
      indicators: indicators.length,
      values: values.get(id) ?? 0,
    })),
    treaty: treatyTold(checked.treaty),
    marks: checked.marks,
    notes: checked.notes,
  }
}

const refused = (folder: string, issues: Issue[]) =>
  problem(
    'input-rejected',
    `${folder} was not added: ${issues.length === 1 ? 'one problem' : `${issues.length} problems`}. Nothing was copied.`,
    issues,
  )

/**
 * Takes an added folder away, with the values computed for it. Throws `not-found` where no such folder was added, and
 * `already-recorded` while anything is recorded under it: reports, drafts, facts of its kinds, acts under its treaty.
 */
export const removePlan = async (
  store: Store,
  name: string,
): Promise<{ folder: string; plans: string[] }> => {
  const root = rootOrRefuse()
  const added = instrumentFolders().filter(({ origin }) => origin === 'added')
  const settings = await listSettings(store.world('register'), settingOf(''))
  const isHeld = added.some((one) => one.name === name)
  if (!isHeld && !settings.some(({ key }) => key === settingOf(name))) {
    const there = added.length === 0 ? 'none was added' : `added: ${added.map((one) => one.name).join(', ')}`
    throw problem('not-found', `No folder "${name}" was added; ${there}. What ships with Pacta stays.`)
  }
  const checked = isHeld ? checkPlanFolder(join(root, name)) : undefined
  if (checked !== undefined) {
    if (checked.issues.length > 0)
      throw problem(
        'input-rejected',
        `"${name}" cannot be read, so nobody can say what is recorded under it. Add it again from your own copy, then remove it.`,
        checked.issues,
      )
    const issues: Issue[] = []
    for (const world of worlds)
      issues.push(
        ...(await listUses(store.world(world), namesOf(checked))).map((use) => issueOfUse(name, world, use)),
      )
    if (issues.length > 0)
      throw problem(
        'already-recorded',
        `"${name}" stays: what is recorded under it would lose its meaning.`,
        issues,
      )
    const outgoing = join(root, `.removed-${name}-${process.pid}`)
    renameSync(join(root, name), outgoing)
    rmSync(outgoing, { recursive: true, force: true })
  }
  noticeInstruments()
  const plans = checked?.instruments.map(({ id }) => id) ?? []
  for (const world of worlds) for (const id of plans) await forgetValuesOf(store.world(world), id)
  await inTransaction(store.world('register'), async (trx) => {
    const was = await findSetting(trx, settingOf(name))
    await deleteSetting(trx, settingOf(name))
    await recordEvent(trx, {
      agent: 'pacta plan remove',
      action: 'plan-removed',
      subject: name,
      detail: { changes: [], plans },
      things: [
        { thing: thingKey.planFolder(name), before: was === undefined ? null : { sha256: was }, after: null },
      ],
    })
  })
  return { folder: name, plans }
}

/**
 * Holds that every machine that opens a store reads the instruments that were added to it: one that does not would mark
 * no value of theirs stale. Throws `store-unavailable` where a folder is missing (only says so where `refuse` is
 * false); says where it differs.
 */
export const checkAddedPlans = async (
  db: Db,
  { refuse, progress }: { refuse: boolean; progress: (text: string) => void },
): Promise<void> => {
  const root = addedInstruments()
  const added = instrumentFolders().filter(({ origin }) => origin === 'added')
  for (const { key, value } of await listSettings(db, settingOf(''))) {
    const name = key.slice(settingOf('').length)
    const folder = added.find((one) => one.name === name)
    if (folder === undefined) {
      const words = `The plan folder "${name}" was added to this store and is not in ${root ?? 'this process'}. Copy it there from where it was added (or name its place with PACTA_INSTRUMENTS), add it again with "pacta plan add", or take it away with "pacta plan remove ${name}".`
      if (refuse) throw problem('store-unavailable', words)
      progress(words)
    } else if (hashOfFolder(folder.path, filesIn(folder.path)) !== value)
      progress(
        `The plan folder "${name}" is not as it was added (${folder.path}): change your own copy and add it again with "pacta plan add".`,
      )
  }
}
