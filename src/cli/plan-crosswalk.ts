// pacta plan crosswalk propose, import, show
import { todayIn } from '../facts/today.ts'
import { promisesByKind, proposeCrosswalk } from '../instruments/crosswalk.ts'
import { readCrosswalk, readCrosswalkHead, writeCrosswalk } from '../instruments/crosswalk-file.ts'
import { relations } from '../instruments/crosswalk-pair.ts'
import { listCrosswalk, saveCrosswalk } from '../instruments/crosswalk-store.ts'
import { problem } from '../problem.ts'
import { type Command, type CommandContext, textOption } from './command.ts'
import { counted, fileOf, writeOutput } from './input.ts'
import { contentOf } from './plan-content.ts'

const twoPlans = (context: CommandContext): [string, string] => {
  const [a, b, ...more] = context.args
  if (a === undefined || b === undefined || more.length > 0)
    throw problem('usage', 'Name two plans, the earlier first.')
  return [a, b]
}

export const crosswalkPropose: Command = {
  name: 'plan crosswalk propose',
  summary:
    'Proposes from wording which action and indicator of one plan is which of another, as a file for a person to confirm.',
  usage: 'A B [--out FILE]    (files, or ids of plans)',
  example: 'pacta plan crosswalk propose siem-reap-angkor-draft-2024-08 adopted-plan --out crosswalk.csv',
  options: { out: { type: 'string', describe: 'where to write the CSV file (default: standard output)' } },
  run: async (context) => {
    const [a, b] = twoPlans(context)
    const [before, after] = [await contentOf(context, a), await contentOf(context, b)]
    const pairs = proposeCrosswalk(before.content, after.content)
    const csv = writeCrosswalk(pairs, before.content, after.content)
    const out = textOption(context, 'out')
    // A person's decisions may stand in a file of this name already.
    if (out !== undefined) writeOutput(out, csv, { isNew: true })
    if (context.json)
      context.out(JSON.stringify({ from: before.content.id, to: after.content.id, pairs }, null, 2))
    else if (out === undefined) context.out(csv.trimEnd())
    else {
      context.out(`${before.content.title} → ${after.content.title}`)
      for (const kind of ['action', 'indicator'] as const) {
        const rows = pairs.filter((pair) => pair.kind === kind)
        const words = relations.map((one) => `${rows.filter((pair) => pair.relation === one).length} ${one}`)
        context.out(`  ${counted(rows.length, kind)}: ${words.join(', ')}`)
      }
      context.out(
        `Written to ${out}. A person reads it, writes "confirmed" or "rejected" under decision, and by whom and on which day; "pacta plan crosswalk import ${out}" stores what was confirmed.`,
      )
    }
    return 0
  },
}

export const crosswalkImport: Command = {
  name: 'plan crosswalk import',
  summary:
    'Checks the decisions of a crosswalk file and stores the confirmed pairs, never what is merely proposed.',
  usage: 'FILE [--dry-run]',
  example: 'pacta plan crosswalk import crosswalk.csv',
  options: { 'dry-run': { type: 'boolean', describe: 'check the file, store nothing' } },
  run: async (context) => {
    const file = fileOf(context)
    const head = readCrosswalkHead(file.bytes, file.name)
    const db = (await context.open()).world('register')
    const [before, after] = [await contentOf(context, head.fromPlan), await contentOf(context, head.toPlan)]
    if (before.isFile || after.isFile)
      throw problem(
        'usage',
        `${file.name} names a plan that is a file here. Store it first: "pacta plan import FILE".`,
      )
    const held = await listCrosswalk(db, head.fromPlan, head.toPlan)
    const read = readCrosswalk(head, file.name, before.content, after.content, held, await todayIn(db))
    const saved =
      context.options['dry-run'] === true ? undefined : await saveCrosswalk(db, read, 'pacta plan crosswalk')
    const decided = read.decided.length
    if (context.json)
      context.out(
        JSON.stringify(
          {
            ...{ fromPlan: read.fromPlan, toPlan: read.toPlan, decided, undecided: read.undecided },
            stored: saved ?? 'dry run',
          },
          null,
          2,
        ),
      )
    else {
      context.out(
        `${read.fromPlan} → ${read.toPlan}: ${counted(decided, 'row')} decided, ${read.undecided} without a decision`,
      )
      context.out(
        saved === undefined
          ? 'Nothing was stored (--dry-run).'
          : `Stored: ${counted(saved.confirmed, 'confirmed pair')}; ${saved.withdrawn} taken back; ${saved.unchanged} unchanged.`,
      )
    }
    return 0
  },
}

export const crosswalkShow: Command = {
  name: 'plan crosswalk show',
  summary:
    'Shows the confirmed pairs from one plan to another, and how many promises nobody has decided about.',
  usage: 'A B    (ids of plans)',
  example: 'pacta plan crosswalk show siem-reap-angkor-draft-2024-08 adopted-plan',
  run: async (context) => {
    const [a, b] = twoPlans(context)
    const db = (await context.open()).world('register')
    const [before, after] = [await contentOf(context, a), await contentOf(context, b)]
    const pairs = await listCrosswalk(db, before.content.id, after.content.id)
    const [old, now] = [promisesByKind(before.content), promisesByKind(after.content)]
    const open = (['action', 'indicator'] as const).map((kind) => {
      const own = pairs.filter((pair) => pair.kind === kind)
      const missing = (texts: { id: string }[], side: 'from' | 'to') =>
        texts.filter(({ id }) => !own.some((pair) => pair[side] === id)).length
      return { kind, from: missing(old[kind], 'from'), to: missing(now[kind], 'to') }
    })
    if (context.json) {
      context.out(
        JSON.stringify({ from: before.content.id, to: after.content.id, pairs, undecided: open }, null, 2),
      )
      return 0
    }
    context.out(
      `${before.content.title} (${before.content.id}) → ${after.content.title} (${after.content.id})`,
    )
    for (const { kind, from, to, relation, likeness, by, on, note } of pairs)
      context.out(
        `  ${kind} ${from === '' ? '–' : from} → ${to === '' ? '–' : to}  ${relation}${likeness === null ? '' : `, ${Math.round(likeness * 100)} % alike`}; confirmed by ${by} on ${on}${note === '' ? '' : `: ${note}`}`,
      )
    for (const { kind, from, to } of open)
      context.out(`Without a decision: ${counted(from, kind)} of the first plan, ${to} of the second`)
    return 0
  },
}
