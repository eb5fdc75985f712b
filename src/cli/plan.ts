// pacta plan import, plan diff, plan list
import { heldPlans } from '../indicators/plans.ts'
import { listCrosswalk } from '../instruments/crosswalk-store.ts'
import { type Change, type Changes, diffPlans, type Entry, type PlanDiff } from '../instruments/diff.ts'
import { checkPlanId, planIdFor } from '../instruments/identity.ts'
import { importPlan } from '../instruments/import.ts'
import { kindOf as readKindOf } from '../instruments/kind.ts'
import { openPlan } from '../instruments/open.ts'
import { lineWords } from '../instruments/places.ts'
import { anomalyKinds, type Plan, planJson } from '../instruments/plan.ts'
import { readShippedInstruments } from '../instruments/read.ts'
import {
  contradictionsOf,
  countInstruments,
  type InstrumentKind,
  noticeFor,
  type SaveOutcome,
  saveDraft,
} from '../instruments/store.ts'
import { describeIssue, problem } from '../problem.ts'
import { type Command, type CommandContext, textOption } from './command.ts'
import { counted, fileOf } from './input.ts'
import { contentOf } from './plan-content.ts'

const instrumentKinds: InstrumentKind[] = [
  'action-plan',
  'pledge',
  'resolution',
  'agreement',
  'law',
  'declaration',
]

const kindOf = (
  context: CommandContext,
  plan: Plan,
): { kind: InstrumentKind; because: string | undefined } => {
  const given = textOption(context, 'kind')
  if (given === undefined) return readKindOf(plan)
  const kind = instrumentKinds.find((name) => name === given)
  if (kind === undefined)
    throw problem('usage', `--kind is one of ${instrumentKinds.join(', ')}; it is "${given}".`)
  return { kind, because: undefined }
}

const storedWords = (saved: SaveOutcome | undefined): string =>
  saved === undefined
    ? 'Nothing was stored (--dry-run).'
    : saved.outcome === 'stored'
      ? [
          `Stored as the draft "${saved.id}", to compare with other texts ("pacta plan diff"). What comes next for figures:`,
          `  "pacta plan new FOLDER --from FILE" writes a folder with its structure, questions and a first rule for each indicator.`,
          '  docs/how-to/add-a-plan.md says how; "pacta plan list" shows what is held.',
        ].join('\n')
      : `This very text is held already, as "${saved.id}"; nothing was changed.`

/** What a text was read as and why, and how to say otherwise. */
const kindWords = (kind: InstrumentKind, because: string): string =>
  `Read as ${kind === 'pledge' ? 'a pledge' : 'an action plan'}, because ${because}. "--kind ${kind === 'pledge' ? 'action-plan' : 'pledge'}" makes it the other.`

const planWords = (plan: Plan, notice: string | undefined, saved: SaveOutcome | undefined): string => {
  const indicators = [...plan.actions.flatMap((action) => action.indicators), ...plan.indicators]
  const units = Map.groupBy(indicators, (indicator) => indicator.unit)
  return [
    plan.title,
    ...(notice === undefined ? [] : [notice]),
    `${counted(plan.sections.length, 'section')}, ${counted(plan.actions.length, 'action')}, ${counted(indicators.length, 'indicator')}${
      units.size === 0 ? '' : ` (${[...units].map(([unit, list]) => `${list.length} ${unit}`).join(', ')})`
    }, ${counted(plan.footnotes.length, 'footnote')}`,
    ...(plan.anomalies.length === 0 ? [] : ['', 'Oddities of the text, kept as they are']),
    ...plan.anomalies.map(
      ({ line, kind, text }) => `  ${lineWords(plan.places, line)}: ${anomalyKinds[kind]}: ${text}`,
    ),
    ...(plan.unplaced.length === 0 ? [] : ['', 'Lines that could not be placed']),
    ...plan.unplaced.map(({ line, text }) => `  ${lineWords(plan.places, line)}: ${text}`),
    '',
    storedWords(saved),
  ].join('\n')
}

const runImport = async (context: CommandContext): Promise<number> => {
  const file = fileOf(context)
  const given = textOption(context, 'id')
  if (given !== undefined) checkPlanId(given)
  const source = await openPlan(file.bytes, file.name)
  const sourceText = typeof source === 'string' ? source : source.text
  const plan = importPlan(source, file.name)
  const { kind, because } = kindOf(context, plan)
  const id = given ?? planIdFor(plan, file.name)
  const isDryRun = context.options['dry-run'] === true
  const saved = isDryRun
    ? undefined
    : await saveDraft((await context.open()).world('register'), plan, {
        id,
        kind,
        fileName: file.name,
        sourceText,
        chosenId: given !== undefined,
      })
  const notice = noticeFor({ id: saved?.id ?? id, sha256: plan.sha256 })
  if (context.json)
    context.out(
      JSON.stringify(
        { ...planJson(plan), notice, id: saved?.id ?? id, kind, stored: saved?.outcome ?? 'dry run' },
        null,
        2,
      ),
    )
  else {
    if (because !== undefined) context.out(kindWords(kind, because))
    context.out(planWords(plan, notice, saved))
  }
  const contradictions = isDryRun ? contradictionsOf(plan, file.name) : []
  for (const issue of contradictions) context.progress(`Would not be stored: ${describeIssue(issue)}`)
  return contradictions.length > 0 ? 1 : 0
}

export const planImport: Command = {
  name: 'plan import',
  summary:
    'Reads a plan or pledge (text, DOCX or PDF) into sections, actions and indicators, and stores it as a draft.',
  usage: 'FILE [--dry-run] [--id NAME] [--kind KIND]',
  example: 'pacta plan import instruments/mine-ban/siem-reap-angkor-draft-2024-08.txt --dry-run',
  options: {
    'dry-run': { type: 'boolean', describe: 'show what would be stored, store nothing' },
    id: { type: 'string', describe: 'id to store it under (default: from its title)' },
    kind: { type: 'string', describe: `${instrumentKinds.join(', ')} (default: by its form)` },
  },
  run: runImport,
}

const shorten = (text: string): string => (text.length > 100 ? `${text.slice(0, 97)}…` : text)

const confirmedWords = (confirmed: Change['confirmed']): string =>
  confirmed === undefined ? '' : `(renumbered, confirmed by ${confirmed.by} on ${confirmed.on}) `

// Texts that differ are never 100 % alike; where no word differs, capitals, punctuation or the order do.
const likenessWords = (score: number): string =>
  score === 1 ? 'the same words, written differently' : `${Math.min(99, Math.round(score * 100))} % alike`

const counterpartWords = (word: string, { counterparts }: Entry): string =>
  counterparts === undefined ? '' : ` (confirmed: ${word} ${counterparts.join(', ')})`

const changeWords = (noun: string, changes: Changes): string[] => {
  const { added, removed, renumbered, reworded, unchanged } = changes
  const moved = renumbered.filter((change) => change.withItsAction !== true)
  const withAction = renumbered.length - moved.length
  // Renumbered and reworded is one line, among the reworded.
  const movedOnly = moved.filter((change) => !reworded.includes(change))
  return [
    `${noun}: ${added.length} added, ${removed.length} removed, ${renumbered.length} renumbered${
      withAction > 0 ? ` (${withAction} with their action)` : ''
    }, ${reworded.length} reworded, ${unchanged} unchanged`,
    ...added.map((entry) => `  + ${entry.id}  ${shorten(entry.text)}${counterpartWords('from', entry)}`),
    ...removed.map((entry) => `  - ${entry.id}  ${shorten(entry.text)}${counterpartWords('became', entry)}`),
    ...movedOnly.map(
      ({ from, to, after, confirmed }) => `  ${from} → ${to}  ${confirmedWords(confirmed)}${shorten(after)}`,
    ),
    ...reworded.flatMap(({ from, to, after, score, onlyBefore, onlyAfter, confirmed }) => [
      `  ~ ${from === to ? from : `${from} → ${to}`}  ${from === to ? '' : confirmedWords(confirmed)}${likenessWords(score)}: ${shorten(after)}`,
      ...(onlyBefore.length > 0 ? [`      no longer: ${shorten(onlyBefore.join(', '))}`] : []),
      ...(onlyAfter.length > 0 ? [`      new: ${shorten(onlyAfter.join(', '))}`] : []),
    ]),
  ]
}

type NoticedDiff = Omit<PlanDiff, 'from' | 'to'> & {
  from: PlanDiff['from'] & { notice: string | undefined }
  to: PlanDiff['to'] & { notice: string | undefined }
}

const noticeWords = (notice: string | undefined): string[] => (notice === undefined ? [] : [`  ${notice}`])

const diffWords = ({ from, to, actions, indicators }: NoticedDiff): string =>
  [
    `${from.title} (${from.id})`,
    ...noticeWords(from.notice),
    `→ ${to.title} (${to.id})`,
    ...noticeWords(to.notice),
    '',
    ...changeWords('Actions', actions),
    '',
    ...changeWords('Indicators', indicators),
  ].join('\n')

export const planDiff: Command = {
  name: 'plan diff',
  summary:
    'Shows which actions and indicators were added, removed, renumbered and reworded between two plans.',
  usage: 'A B    (files, or ids of plans that ship or were stored)',
  example: 'pacta plan diff siem-reap-angkor-draft-2024-08 adopted-plan.txt',
  run: async (context) => {
    const [a, b, ...more] = context.args
    if (a === undefined || b === undefined || more.length > 0)
      throw problem('usage', 'Name two plans, by file or id.')
    const before = await contentOf(context, a)
    const after = await contentOf(context, b)
    // A file is read anew each time: nobody has confirmed anything about it.
    const confirmed =
      before.isFile || after.isFile
        ? []
        : await listCrosswalk((await context.open()).world('register'), before.content.id, after.content.id)
    const { from, to, ...changes } = diffPlans(before.content, after.content, confirmed)
    const diff = {
      from: { ...from, notice: before.notice },
      to: { ...to, notice: after.notice },
      ...changes,
    }
    context.out(context.json ? JSON.stringify(diff, null, 2) : diffWords(diff))
    return 0
  },
}

/** A plan as `plan list` shows it. `imported` ones are drafts of this register. */
type ListedPlan = {
  id: string
  title: string
  kind: string
  status: string
  origin: 'shipped' | 'added' | 'imported'
  sections: number
  actions: number
  indicators: number
  /** Whether rules are held by which its indicators are computed. */
  rulesHeld: boolean
  notice: string | undefined
}

const listPlans = async (context: CommandContext): Promise<ListedPlan[]> => {
  const ruled = new Set(heldPlans().map((plan) => plan.instrument.id))
  const shipped = readShippedInstruments().map(
    ({ id, title, kind, status, notice, origin, ...parts }): ListedPlan => ({
      id,
      title,
      kind,
      status,
      origin,
      sections: parts.sections.length,
      actions: parts.actions.length,
      indicators: parts.indicators.length,
      rulesHeld: ruled.has(id),
      notice,
    }),
  )
  const stored = await countInstruments((await context.open()).world('register'))
  const imported = stored.map(
    ({ id, title, kind, status, sha256, sections, actions, indicators }): ListedPlan => ({
      id,
      title,
      kind,
      status,
      origin: 'imported',
      sections,
      actions,
      indicators,
      rulesHeld: false,
      notice: noticeFor({ sha256 }),
    }),
  )
  return [...shipped, ...imported]
}

const listedWords = (plan: ListedPlan): string[] => [
  `  ${plan.id}`,
  `    ${plan.title}`,
  ...(plan.notice === undefined ? [] : [`    ${plan.notice}`]),
  `    ${plan.kind}, ${plan.status}: ${counted(plan.actions, 'action')}, ${counted(plan.indicators, 'indicator')}, ${
    plan.rulesHeld ? 'rules held' : 'no rules held, so no figures'
  }`,
]

const listWords = (plans: ListedPlan[]): string => {
  const of = (origin: ListedPlan['origin']) => plans.filter((plan) => plan.origin === origin)
  return [
    'Plans that ship with Pacta',
    ...of('shipped').flatMap(listedWords),
    '',
    'Plans of your own',
    ...(of('added').length > 0 ? of('added').flatMap(listedWords) : ['  none; "pacta plan new" begins one']),
    '',
    'Drafts imported into this register',
    ...(of('imported').length > 0
      ? of('imported').flatMap(listedWords)
      : ['  none; "pacta plan import FILE" stores one']),
  ].join('\n')
}

export const planList: Command = {
  name: 'plan list',
  summary:
    'Lists the plans that ship, those of your own and the drafts that were imported, and says which have rules.',
  usage: '',
  example: 'pacta plan list',
  run: async (context) => {
    if (context.args.length > 0) throw problem('usage', 'plan list takes no arguments.')
    const plans = await listPlans(context)
    context.out(context.json ? JSON.stringify({ plans }, null, 2) : listWords(plans))
    return 0
  },
}
