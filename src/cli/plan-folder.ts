// pacta plan check, plan add, plan remove: instruments of one's own, as folders of data.
import { addPlan, removePlan, treatyTold } from '../indicators/added-plans.ts'
import { partiesHeldNowhere } from '../indicators/party-notes.ts'
import { checkPlanFolder, type PlanFolderChecked } from '../indicators/plan-folder.ts'
import { listActorsAdded } from '../parties/added-actors.ts'
import { describeIssue, type Issue, problem } from '../problem.ts'
import type { Command, CommandContext } from './command.ts'
import { counted } from './input.ts'

const folderOf = (context: CommandContext, what: string): string => {
  const [folder, ...more] = context.args
  if (folder === undefined || more.length > 0) throw problem('usage', `Name one ${what}.`)
  return folder
}

const listed = (heading: string, issues: readonly Issue[]): string[] =>
  issues.length === 0 ? [] : [heading, ...issues.map((issue) => `  ${describeIssue(issue)}`)]

const openWords = (marks: readonly Issue[], notes: readonly Issue[]): string[] => [
  ...listed(`For you to decide (${counted(marks.length, 'line')} marked "# check:"):`, marks),
  ...listed('Well formed, and perhaps not meant:', notes),
]

/** The store is asked only where a party does not come with Pacta: opening it takes its time. */
const checked = async (context: CommandContext, folder: string): Promise<PlanFolderChecked> => {
  const found = checkPlanFolder(folder)
  return partiesHeldNowhere(found.instruments).length === 0
    ? found
    : checkPlanFolder(folder, await listActorsAdded(await context.open()))
}

export const planCheck: Command = {
  name: 'plan check',
  summary:
    'Says what is wrong with a folder of a plan or treaty of your own, by file, line and path; stores nothing.',
  usage: 'FOLDER',
  example: 'pacta plan check clean-water',
  run: async (context) => {
    const folder = folderOf(context, 'folder')
    const { name, instruments, plans, issues, marks, notes, treaty: held } = await checked(context, folder)
    const treaty = treatyTold(held)
    const described = instruments.map(({ id, title, sections, actions, indicators }) => ({
      id,
      title,
      sections: sections.length,
      actions: actions.length,
      indicators: indicators.length,
      rules: Object.keys(plans.find((plan) => plan.rules.id === id)?.rules.rules ?? {}).length,
    }))
    if (context.json)
      context.out(
        JSON.stringify({ folder: name, instruments: described, treaty, issues, marks, notes }, null, 2),
      )
    else {
      for (const one of described)
        context.out(
          `${one.id}: ${one.title}\n  ${counted(one.sections, 'section')}, ${counted(one.actions, 'action')}, ${counted(one.indicators, 'indicator')}, ${counted(one.rules, 'rule')}`,
        )
      if (treaty !== null)
        context.out(`${treaty.id}: ${treaty.title}\n  a treaty, ${counted(treaty.duties, 'duty', 'duties')}`)
      for (const line of listed(`${counted(issues.length, 'mistake')}:`, issues)) context.out(line)
      // Mistakes first: what is left to decide would hide them.
      if (issues.length === 0) for (const line of openWords(marks, notes)) context.out(line)
      context.out(
        issues.length > 0
          ? `Mend them and check again.${marks.length === 0 ? '' : ` After that, ${counted(marks.length, 'line')} marked "# check:" are for you to decide.`}`
          : `No mistakes. "pacta plan add ${folder}" takes it in.`,
      )
    }
    return issues.length > 0 ? 1 : 0
  },
}

export const planAdd: Command = {
  name: 'plan add',
  summary:
    'Checks the folder of a plan or treaty of your own, copies it beside those that ship, computes its values.',
  usage: 'FOLDER',
  example: 'pacta plan add clean-water',
  mendsPlans: true,
  run: async (context) => {
    const folder = folderOf(context, 'folder')
    const added = await addPlan(await context.open(), folder)
    if (context.json) {
      context.out(JSON.stringify(added, null, 2))
      return 0
    }
    const outcome = { added: 'Added', replaced: 'Replaced', 'held already': 'Held already' }[added.outcome]
    context.out(`${outcome}: ${added.path}`)
    for (const { id, title, indicators, values } of added.plans)
      context.out(
        `  ${id}: ${title}\n    ${counted(indicators, 'indicator')}; ${counted(values, 'value')} computed. Pages: /plans/${id}, /exercise/plans/${id}`,
      )
    if (added.treaty !== null)
      context.out(
        `  ${added.treaty.id}: ${added.treaty.title}\n    a treaty, ${counted(added.treaty.duties, 'duty', 'duties')}. Pages: /conventions/${added.treaty.id}, /duties/${added.treaty.id}`,
      )
    for (const line of openWords(added.marks, added.notes)) context.out(line)
    return 0
  },
}

export const planRemove: Command = {
  name: 'plan remove',
  summary: 'Takes a plan or treaty of your own away again, while nothing was recorded under it.',
  usage: 'FOLDER-NAME',
  example: 'pacta plan remove clean-water',
  mendsPlans: true,
  run: async (context) => {
    const removed = await removePlan(
      await context.open(),
      folderOf(context, 'folder that was added, by its name'),
    )
    context.out(
      context.json
        ? JSON.stringify(removed, null, 2)
        : `Removed: ${removed.folder}${removed.plans.length === 0 ? '' : ` (${removed.plans.join(', ')})`}`,
    )
    return 0
  },
}
