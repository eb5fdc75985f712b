// pacta staleness list, set, unset: after how long figures are to be looked at again. pacta stale: which of them are.
import { publicSight } from '../accounts/sight.ts'
import { findStaleness, scopeNamed, setStaleness, unsetStaleness } from '../engagements/staleness-store.ts'
import { type AgedFigure, listStale } from '../indicators/stale.ts'
import { problem } from '../problem.ts'
import { readShippedKinds } from '../reports/shipped.ts'
import { type Command, type CommandContext, neededOption, textOption } from './command.ts'
import { asWorld, worldOption } from './world.ts'

/** The one thing a rule is about. Throws Problem `usage`. */
const scopeOf = (context: CommandContext): string => {
  const [name, ...more] = context.args
  if (name === undefined || more.length > 0)
    throw problem('usage', 'Name one thing the rule is about: default, a topic, or a kind of datum.')
  return scopeNamed(name, readShippedKinds())
}

export const stalenessList: Command = {
  name: 'staleness list',
  summary: 'Lists after how long figures of each kind are to be looked at again, and why.',
  usage: '[--world NAME]',
  example: 'pacta staleness list',
  options: worldOption,
  run: async (context) => {
    const db = (await context.open()).world(asWorld(context))
    const rules = [...(await findStaleness(db)).values()]
    if (context.json) context.out(JSON.stringify(rules, null, 2))
    else
      for (const { scope, after, why, isHere } of rules)
        context.out(`${scope.padEnd(28)} ${after.padEnd(6)} ${isHere ? 'set here: ' : ''}${why}`)
    return 0
  },
}

export const stalenessSet: Command = {
  name: 'staleness set',
  summary: 'Sets after how long figures of a kind or topic are to be looked at again, in one world.',
  usage: 'default|TOPIC|KIND --after DURATION --why TEXT [--world NAME]',
  example: 'pacta staleness set contribution --after P1Y --why "We report on it every year."',
  options: {
    after: { type: 'string', describe: 'a length of time, such as P3Y or P18M' },
    why: { type: 'string', describe: 'why so long, in one sentence' },
    ...worldOption,
  },
  run: async (context) => {
    const given = { after: neededOption(context, 'after'), why: neededOption(context, 'why') }
    const scope = scopeOf(context)
    const db = (await context.open()).world(asWorld(context))
    const rule = await setStaleness(db, { scope, ...given, agent: 'pacta staleness set' })
    context.out(context.json ? JSON.stringify(rule, null, 2) : `Set: ${rule.scope}, after ${rule.after}.`)
    return 0
  },
}

export const stalenessUnset: Command = {
  name: 'staleness unset',
  summary: 'Takes a rule set in a world away, so that the one that ships holds again.',
  usage: 'default|TOPIC|KIND [--world NAME]',
  example: 'pacta staleness unset contribution',
  options: worldOption,
  run: async (context) => {
    const scope = scopeOf(context)
    const db = (await context.open()).world(asWorld(context))
    await unsetStaleness(db, scope, 'pacta staleness unset')
    context.out(context.json ? JSON.stringify({ scope }, null, 2) : `Taken away: ${scope}.`)
    return 0
  },
}

const lineOf = ({ name, title, kindTitle, asOf, years, state, rule }: AgedFigure): string =>
  `${name}: ${title ?? kindTitle}, as of ${asOf}${years === null ? '' : `, ${years === 1 ? '1 year' : `${years} years`} ago`}; ${
    state === 'stale' ? 'looked at again after' : 'whether past it cannot be said:'
  } ${rule.after} (${rule.scope})`

export const stale: Command = {
  name: 'stale',
  summary: 'Lists the figures and statements of the present that are older than their rule allows.',
  usage: '[--actor ID] [--world NAME]',
  example: 'pacta stale --actor MNG',
  options: { actor: { type: 'string', describe: 'of one State or other actor, by its id' }, ...worldOption },
  run: async (context) => {
    if (context.args.length > 0)
      throw problem('usage', `"${context.args[0]}" was not expected; an actor is named with --actor.`)
    // What is printed is handed on: what everyone sees.
    const seen = (await context.open()).seen(asWorld(context), publicSight)
    const shown = await listStale(seen, { actor: textOption(context, 'actor') })
    if (context.json) {
      context.out(JSON.stringify(shown.figures, null, 2))
      return 0
    }
    const { stale: old, unsaid, fresh } = shown.counted
    context.out(
      `On ${shown.today}: ${old} of ${old + unsaid + fresh} are stale; of ${unsaid} it cannot be said.`,
    )
    for (const figure of shown.figures) context.out(lineOf(figure))
    return 0
  },
}
