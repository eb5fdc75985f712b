// pacta indicator show, pacta indicator list: values with everything behind them.

import { todayIn } from '../facts/today.ts'
import { getPlan, heldPlans } from '../indicators/plans.ts'
import type { IndicatorShown } from '../indicators/show.ts'
import { listValues } from '../indicators/value-lists.ts'
import { showIndicator } from '../indicators/view.ts'
import { problem } from '../problem.ts'
import { type Command, type CommandContext, textOption } from './command.ts'
import { asWorld, worldOption } from './world.ts'

const yearOf = (context: CommandContext): number | undefined => {
  const text = textOption(context, 'year')
  if (text === undefined) return undefined
  if (!/^\d{4}$/.test(text))
    throw problem('usage', `--year should be a number such as 2025; it is "${text}".`)
  return Number(text)
}

/** n/N, percentage or number, with its status. */
const figure = (
  value: Pick<IndicatorShown, 'numerator' | 'denominator' | 'value' | 'status' | 'unit'>,
): string => {
  if (value.numerator === null) return value.status
  const count =
    value.denominator === null ? `${value.numerator}` : `${value.numerator} of ${value.denominator}`
  const percent =
    value.unit === 'percentage' && value.value !== null ? `${value.value.toFixed(1)} % (${count})` : count
  return value.status === 'known' ? percent : `${percent}, ${value.status}`
}

const explain = (shown: IndicatorShown): string[] => {
  const { ruleWords } = shown
  return [
    `${shown.number}  ${shown.text}`,
    ...(shown.planNotice === null ? [] : [shown.planNotice]),
    '',
    `${shown.year}: ${figure(shown)}`,
    `as of ${shown.asOf}, as known on ${shown.knownOn}; ${shown.statusReason}.`,
    '',
    `Whom it counts: ${ruleWords.population}`,
    `What it counts: ${ruleWords.numerator}`,
    ...(ruleWords.pending === null ? [] : [`While it is open: ${ruleWords.pending}`]),
    ...(ruleWords.note === null ? [] : [`What the text leaves open: ${ruleWords.note}`]),
    ...(shown.reportedAmong === null
      ? []
      : [
          `Among those that reported at all: ${shown.reportedAmong.numerator} of ${shown.reportedAmong.denominator}`,
        ]),
    '',
    'Readings:',
    ...shown.readings.map(
      (reading) =>
        `  ${reading.name === shown.reading ? '→' : ' '} ${reading.name}: ${figure({ ...reading, unit: shown.unit })}. ${reading.words}`,
    ),
    '',
    'Registers:',
    ...shown.coverage.registers.map(
      (register) =>
        `  ${register.register}: ${register.until === null ? register.level : `complete until ${register.until}`}, ${register.statedBy === null ? 'nobody has stated it' : `by ${register.statedBy}`}${register.of === undefined ? '' : ` (of the records of ${register.of.join(', ')})`}${register.entered === true ? ', entered here, not received' : ''}`,
    ),
    '',
    'Members:',
    ...shown.members.flatMap((member) => [
      `  ${member.actor} ${member.name}${member.member === member.actor ? '' : ` (${member.member})`}: ${member.state}. ${member.reason}`,
      ...member.evidence.map(
        (evidence) =>
          `      ${evidence.says}${evidence.locator === null ? '' : `, ${/^\d+$/.test(evidence.locator) ? 'page ' : ''}${evidence.locator}`}${evidence.quotation === null ? '' : `: “${evidence.quotation}”`}` +
          `${evidence.source === null ? '' : ` [${evidence.source}${evidence.address === null ? '' : `, ${evidence.address}`}]`}${evidence.entered ? ' (entered here, not received)' : ''}`,
      ),
    ]),
    '',
    `Rule ${shown.ruleHash}`,
  ]
}

export const indicatorShow: Command = {
  name: 'indicator show',
  summary: 'Shows one indicator’s value for a year with a row for every member, and why.',
  usage: 'ID --year YEAR [--as-of DATE] [--as-known-on DATE] [--reading NAME] [--explain] [--world NAME]',
  example: 'pacta indicator show 10.2 --year 2025 --explain',
  options: {
    year: { type: 'string', describe: 'the year of the plan' },
    'as-of': {
      type: 'string',
      describe: 'the day in the world (default: the opening day of the year’s meeting)',
    },
    'as-known-on': { type: 'string', describe: 'what was known on that day (default: today)' },
    reading: { type: 'string', describe: 'a named alternative the text leaves open (default: default)' },
    explain: { type: 'boolean', describe: 'in words, with the evidence' },
    ...worldOption,
  },
  run: async (context) => {
    const [id, extra] = context.args
    if (id === undefined || extra !== undefined)
      throw problem('usage', 'Name one indicator, such as 7.1 or siem-reap-angkor-draft-2024-08/7.1.')
    const year = yearOf(context)
    if (year === undefined) throw problem('usage', 'Say which year: --year 2025.')
    const store = await context.open()
    const shown = await showIndicator(store.world(asWorld(context)), {
      indicator: id,
      year,
      asOf: textOption(context, 'as-of'),
      knownOn: textOption(context, 'as-known-on'),
      reading: textOption(context, 'reading'),
    })
    if (context.json) context.out(JSON.stringify(shown, null, 2))
    else if (context.options.explain === true) context.out(explain(shown).join('\n'))
    else
      context.out(
        `${shown.number}  ${shown.year}  ${figure(shown)}  (as of ${shown.asOf})${shown.planNotice === null ? '' : `\n${shown.planNotice}`}`,
      )
    return 0
  },
}

export const indicatorList: Command = {
  name: 'indicator list',
  summary: 'Lists the values of a plan’s indicators, year by year.',
  usage: '[PLAN] [--year YEAR] [--world NAME]',
  example: 'pacta indicator list --year 2026 --world exercise',
  options: { year: { type: 'string', describe: 'one year only' }, ...worldOption },
  run: async (context) => {
    const year = yearOf(context)
    const store = await context.open()
    const db = store.world(asWorld(context))
    const plan = context.args[0] ?? heldPlans()[0]?.rules.id
    if (plan === undefined) throw problem('not-found', 'No plan is held.')
    const values = await listValues(db, plan, year === undefined ? {} : { years: [year] })
    if (context.json) context.out(JSON.stringify(values, null, 2))
    else {
      const { notice } = getPlan(plan).instrument
      context.out(`${plan}, today ${await todayIn(db)}${notice === undefined ? '' : `\n${notice}`}`)
      for (const value of values) context.out(`${value.number.padEnd(6)} ${value.year}  ${figure(value)}`)
    }
    return 0
  },
}
