// pacta parties: who belongs to a cohort, as of a date and as known on a date.
import { showCohort } from '../indicators/cohort.ts'
import { problem } from '../problem.ts'
import { type Command, textOption } from './command.ts'
import { asWorld, worldOption } from './world.ts'

export const parties: Command = {
  name: 'parties',
  summary: 'Lists the members of a cohort as of a date, with since when, until when and why.',
  usage: '--cohort NAME [--as-of DATE] [--as-known-on DATE] [--world NAME]',
  example: 'pacta parties --cohort states-parties --as-of 2025-12-27',
  options: {
    cohort: { type: 'string', describe: 'the cohort, such as states-parties or affected' },
    'as-of': { type: 'string', describe: 'the day in the world (default: today)' },
    'as-known-on': { type: 'string', describe: 'what was known on that day (default: today)' },
    ...worldOption,
  },
  run: async (context) => {
    const cohort = textOption(context, 'cohort')
    if (cohort === undefined) throw problem('usage', 'Say which cohort: --cohort states-parties.')
    if (context.args.length > 0)
      throw problem('usage', `"${context.args[0]}" was not expected; the cohort is named with --cohort.`)
    const store = await context.open()
    const shown = await showCohort(store.world(asWorld(context)), {
      cohort,
      asOf: textOption(context, 'as-of'),
      knownOn: textOption(context, 'as-known-on'),
    })
    if (context.json) {
      context.out(JSON.stringify(shown.members, null, 2))
      return 0
    }
    context.out(`${shown.title} on ${shown.asOf}, as known on ${shown.knownOn}: ${shown.members.length}`)
    for (const register of shown.coverage.registers)
      context.out(
        `  ${register.register}: ${register.until === null ? register.level : `complete until ${register.until}`}, ${register.statedBy === null ? 'nobody has stated it' : `by ${register.statedBy}`}${register.of === undefined ? '' : ` (of the records of ${register.of.join(', ')})`}`,
      )
    for (const { actor, name, from, until, reason } of shown.members)
      context.out(
        `${actor.padEnd(4)} ${name.padEnd(40)} ${from ?? '          '} ${until === null ? '          ' : until}  ${reason}`,
      )
    return 0
  },
}
