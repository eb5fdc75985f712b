// pacta plan new: the folder of a plan of one's own, from its text.
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { calendarToday } from '../facts/today.ts'
import { sha256Of } from '../formats/canonical.ts'
import { partiesHeldNowhere } from '../indicators/party-notes.ts'
import { checkPlanFolder } from '../indicators/plan-folder.ts'
import type { PledgeParty } from '../indicators/pledge-parties.ts'
import { languageOfPlan, scaffoldPlan } from '../indicators/scaffold.ts'
import { checkPlanId } from '../instruments/identity.ts'
import { importPlan } from '../instruments/import.ts'
import { openPlan } from '../instruments/open.ts'
import { lineWords } from '../instruments/places.ts'
import { anomalyKinds, type Plan, readsAsPledge } from '../instruments/plan.ts'
import { findTreaty } from '../parties/treaty.ts'
import { treatyIdsHeld } from '../parties/treaty-ids.ts'
import { describeIssue, problem } from '../problem.ts'
import { type Command, textOption } from './command.ts'
import { counted, fileOf } from './input.ts'

/** A pledge has a title that says so, or numbers none of its actions; what counts a treaty's parties is a plan. */
const kindAsked = (
  given: string | undefined,
  plan: Plan,
  treaty: string | undefined,
): 'action-plan' | 'pledge' => {
  if (given === 'action-plan' || given === 'pledge') return given
  if (given !== undefined) throw problem('usage', `--kind is action-plan or pledge; it is "${given}".`)
  return treaty === undefined && plan.indicators.length > 0 && readsAsPledge(plan) ? 'pledge' : 'action-plan'
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
    const kind = kindAsked(textOption(context, 'kind'), plan, treaty)
    const textFile = `${name}.txt`
    const files = scaffoldPlan(plan, {
      ...{ name, textFile, treaty, sha256: sha256Of(text) },
      language: textOption(context, 'language') ?? languageOfPlan(plan) ?? 'en',
      kind,
      parties: partiesAsked(textOption(context, 'party')),
      today: calendarToday(),
    })
    mkdirSync(join(path, 'data'), { recursive: true })
    writeFileSync(join(path, textFile), text)
    for (const [fileName, content] of files) writeFileSync(join(path, fileName), content)
    const { issues, marks, instruments } = checkPlanFolder(path)
    const heldNowhere = partiesHeldNowhere(instruments)
    const written = [textFile, ...files.keys()].sort()
    const indicators = plan.actions.flatMap((action) => action.indicators).length + plan.indicators.length
    if (context.json)
      context.out(
        JSON.stringify(
          {
            folder,
            id: name,
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
      context.out(plan.title)
      context.out(
        `  ${counted(plan.sections.length, 'section')}, ${counted(plan.actions.length, 'action')}, ${counted(indicators, 'indicator')}`,
      )
      for (const { line, kind, text: words } of plan.anomalies)
        context.out(`  ${lineWords(plan.places, line)}: ${anomalyKinds[kind]}: ${words}`)
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
