// pacta plan new: the folder of a plan of one's own, from its text.
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { calendarToday } from '../facts/today.ts'
import { sha256Of } from '../formats/canonical.ts'
import { partiesHeldNowhere } from '../indicators/party-notes.ts'
import { checkPlanFolder } from '../indicators/plan-folder.ts'
import { type PledgeParty, readParties } from '../indicators/pledge-parties.ts'
import { languageOfPlan, scaffoldPlan } from '../indicators/scaffold.ts'
import { checkPlanId } from '../instruments/identity.ts'
import { importPlan } from '../instruments/import.ts'
import { kindOf, type ReadKind } from '../instruments/kind.ts'
import { openPlan } from '../instruments/open.ts'
import { lineWords } from '../instruments/places.ts'
import { anomalyKinds, type Plan } from '../instruments/plan.ts'
import { listActorsAdded } from '../parties/added-actors.ts'
import { findTreaty } from '../parties/treaty.ts'
import { treatyIdsHeld } from '../parties/treaty-ids.ts'
import { describeIssue, problem } from '../problem.ts'
import { type Command, textOption } from './command.ts'
import { counted, fileOf } from './input.ts'

type KindAsked = { kind: string | undefined; party: string | undefined; treaty: string | undefined }

/** What it is, and why: as asked; who counts a treaty's parties has a plan, who names pledgers a pledge; else as it reads. */
const kindAsked = ({ kind, party, treaty }: KindAsked, plan: Plan): ReadKind => {
  if (kind !== undefined && kind !== 'action-plan' && kind !== 'pledge')
    throw problem('usage', `--kind is action-plan or pledge; it is "${kind}".`)
  if (kind === 'action-plan' && party !== undefined)
    throw problem(
      'usage',
      'An action plan counts the members of a list and names nobody who pledges: leave out --party, or say --kind pledge.',
    )
  if (kind !== undefined) return { kind, because: '--kind says so' }
  if (party !== undefined) return { kind: 'pledge', because: '--party names who pledges' }
  if (treaty !== undefined) return { kind: 'action-plan', because: "--treaty counts a treaty's parties" }
  return kindOf(plan)
}

/** The first thing said of a text: what it was taken for, and how to say otherwise where nobody said so. */
const kindWords = ({ kind, because }: ReadKind): string =>
  because.startsWith('--')
    ? `Read as ${kind === 'pledge' ? 'a pledge' : 'an action plan'}, because ${because}.`
    : kind === 'pledge'
      ? `Read as a pledge, because ${because}. "--kind action-plan" makes it an action plan.`
      : `Read as an action plan, because ${because}. "--kind pledge" makes it a pledge, "--party" says who pledges.`

/** Who pledges, where it was read, and what to do where somebody is missing. */
const partiesWords = (parties: readonly PledgeParty[], where: string | undefined): string[] => {
  if (parties.length === 0)
    return [
      'Who pledges: nobody was found. Say --party "NAME=ACTOR; NAME=ACTOR", or write them under "parties:".',
    ]
  const names = parties.map(({ name }) => name).join('; ')
  return [
    `Who pledges: ${names} (${where === undefined ? '--party' : `read from ${where}`})`,
    ...(parties.length === 1 && where !== undefined
      ? [
          'Only one who pledges was read: where others do too, say --party "NAME=ACTOR; NAME=ACTOR"; what they all promise is kept by each.',
        ]
      : []),
  ]
}

/** "Government of X=XAA; Society" as parties. */
const partiesAsked = (given: string | undefined): PledgeParty[] | undefined =>
  given === undefined
    ? undefined
    : given
        .split(';')
        .map((part) => part.split('=').map((text) => text.trim()))
        .filter(([name]) => name !== '')
        .map(([name, actor]) => ({ name: name!, actor: actor || undefined }))

export const planNew: Command = {
  name: 'plan new',
  summary:
    'Writes the folder of a plan of your own from its text: the plan, its questions, a first rule for each indicator.',
  usage: 'FOLDER --from TEXT-FILE [--kind pledge] [--party "NAME=ACTOR; …"] [--treaty ID] [--language TAG]',
  example: 'pacta plan new clean-water --from accord.txt',
  options: {
    from: { type: 'string', describe: 'the text of the plan, as "plan import" reads it' },
    treaty: {
      type: 'string',
      describe: 'the treaty whose parties are counted (default: members are listed by facts)',
    },
    kind: {
      type: 'string',
      describe:
        'action-plan or pledge (default: by its form); a pledge counts the records of its own parties',
    },
    party: {
      type: 'string',
      describe: 'who pledges: "Government of X=ID; Society of X=ID" (default: as the text names them)',
    },
    language: { type: 'string', describe: 'language of the text (default: that of most of its parts)' },
  },
  run: async (context) => {
    const [folder, ...more] = context.args
    const from = textOption(context, 'from')
    if (folder === undefined || more.length > 0 || from === undefined)
      throw problem(
        'usage',
        'Name the folder to write and the text it comes from: plan new FOLDER --from TEXT-FILE.',
      )
    const path = resolve(folder)
    const name = checkPlanId(basename(path))
    if (existsSync(path) && readdirSync(path).length > 0)
      throw problem('usage', `"${folder}" exists and is not empty; nothing was written. Name a new folder.`)
    const treaty = textOption(context, 'treaty')
    if (treaty !== undefined && findTreaty(treaty) === undefined && !treatyIdsHeld().includes(treaty))
      throw problem('usage', `No treaty "${treaty}" is held. There are: ${treatyIdsHeld().join(', ')}.`)
    const file = fileOf({ ...context, args: [from] })
    const source = await openPlan(file.bytes, file.name)
    const text = typeof source === 'string' ? source : source.text
    const plan = importPlan(source, file.name)
    const party = textOption(context, 'party')
    const read = kindAsked({ kind: textOption(context, 'kind'), party, treaty }, plan)
    const { kind } = read
    const own = readParties(plan)
    const parties = partiesAsked(party) ?? own.parties
    const textFile = `${name}.txt`
    const files = scaffoldPlan(plan, {
      ...{ name, textFile, treaty, sha256: sha256Of(text) },
      language: textOption(context, 'language') ?? languageOfPlan(plan) ?? 'en',
      kind,
      parties,
      today: calendarToday(),
    })
    mkdirSync(join(path, 'data'), { recursive: true })
    writeFileSync(join(path, textFile), text)
    for (const [fileName, content] of files) writeFileSync(join(path, fileName), content)
    const { issues, marks, instruments } = checkPlanFolder(path)
    // The store is asked only where somebody does not come with Pacta: opening it takes its time.
    const heldNowhere =
      partiesHeldNowhere(instruments).length === 0
        ? []
        : partiesHeldNowhere(instruments, await listActorsAdded(await context.open()))
    const written = [textFile, ...files.keys()].sort()
    const indicators = plan.actions.flatMap((action) => action.indicators).length + plan.indicators.length
    if (context.json)
      context.out(
        JSON.stringify(
          {
            folder,
            id: name,
            kind,
            kindBecause: read.because,
            ...(kind === 'pledge' ? { parties } : {}),
            files: written,
            issues,
            marks,
            partiesHeldNowhere: heldNowhere,
            unplaced: plan.unplaced.map(({ line, text: words }) => ({ line, text: words })),
          },
          null,
          2,
        ),
      )
    else {
      context.out(kindWords(read))
      context.out(plan.title)
      context.out(
        `  ${counted(plan.sections.length, 'section')}, ${counted(plan.actions.length, 'action')}, ${counted(indicators, 'indicator')}`,
      )
      if (kind === 'pledge') {
        const where = own.line === undefined ? undefined : lineWords(plan.places, own.line)
        for (const words of partiesWords(parties, party === undefined ? where : undefined))
          context.out(`  ${words}`)
      }
      for (const { line, kind: oddity, text: words } of plan.anomalies)
        context.out(`  ${lineWords(plan.places, line)}: ${anomalyKinds[oddity]}: ${words}`)
      for (const { line, text: words } of plan.unplaced)
        context.out(`  ${lineWords(plan.places, line)}: could not be placed: ${words}`)
      context.out(`Written to ${folder}: ${written.join(', ')}`)
      for (const one of heldNowhere) context.out(`Party held nowhere: ${describeIssue(one)}`)
      context.out(
        `${counted(marks.length, 'guess', 'guesses')} marked "# check:". Next: "pacta plan check ${folder}", decide them, "pacta plan add ${folder}".`,
      )
    }
    return issues.length > 0 ? 1 : 0
  },
}
