// pacta duties rules: what the dates of duties come from, in words.
import { type DutySet, shippedDuties } from '../duties/rules.ts'
import { createFormat } from '../facts/format.ts'
import { englishVoice } from '../indicators/names.ts'
import { problem } from '../problem.ts'
import type { Duty } from '../rules/duty-form.ts'
import {
  limitWords,
  metWords,
  owedByWords,
  type Speaking,
  unmetWords,
  whenWords,
} from '../web/pages/duties/rule-words.ts'
import { type Command, textOption } from './command.ts'

const english: Speaking = { text: englishVoice.text, voice: englishVoice, format: createFormat('en') }

/** Titles of the duties that a set may name: its own, and those of the treaty it serves. */
const titlesIn = (set: DutySet): Record<string, string> =>
  Object.fromEntries(
    [...Object.values(set.treatySet?.duties ?? {}), ...Object.values(set.duties)].map(({ id, title }) => [
      id,
      title,
    ]),
  )

/** A rule in words and as it stands in its file. */
const ruleOf = (set: DutySet, duty: Duty) => {
  const named = { titles: titlesIn(set) }
  return {
    duty: `${set.instrument}/${duty.id}`,
    instrument: set.instrument,
    title: duty.title,
    article: duty.article,
    source: `${set.sourceTitle}, ${duty.source}`,
    when: whenWords(english, named, duty),
    owedBy: owedByWords(english, duty) ?? null,
    limits: limitWords(english, duty),
    met: metWords(english, duty) ?? null,
    unmetBy: unmetWords(english, duty) ?? null,
    note: duty.note ?? null,
    rule: duty,
  }
}

export const dutyRules: Command = {
  name: 'duties rules',
  summary: 'Lists the rules of duties: from which event, after how long, who owes it, what fulfils it.',
  usage: '[--instrument ID]',
  example: 'pacta duties rules --instrument mine-ban',
  options: { instrument: { type: 'string', describe: 'of one treaty, plan or pledge only' } },
  run: async (context) => {
    if (context.args.length > 0)
      throw problem(
        'usage',
        `"${context.args[0]}" was not expected; an instrument is named with --instrument.`,
      )
    // Opened first: instruments that were added stand in the data folder.
    await context.open()
    const asked = textOption(context, 'instrument')
    const sets = shippedDuties().filter(({ instrument }) => asked === undefined || instrument === asked)
    if (sets.length === 0)
      throw problem(
        'not-found',
        `There are no duties of "${asked}". Instruments: ${shippedDuties()
          .map(({ instrument }) => instrument)
          .join(', ')}.`,
      )
    const rules = sets.flatMap((set) => Object.values(set.duties).map((duty) => ruleOf(set, duty)))
    if (context.json) {
      context.out(JSON.stringify(rules, null, 2))
      return 0
    }
    for (const { duty, title, source, when, owedBy, limits, met, unmetBy, note } of rules) {
      context.out(`${duty}  ${title}`)
      for (const sentence of when) context.out(`    ${sentence}`)
      if (owedBy !== null) context.out(`    owed by: ${owedBy}`)
      for (const sentence of limits) context.out(`    ${sentence}`)
      if (met !== null) context.out(`    met by: ${met}`)
      if (unmetBy !== null) context.out(`    open while: ${unmetBy}`)
      if (note !== null) context.out(`    ${note}`)
      context.out(`    ${source}`)
    }
    return 0
  },
}
