// Annex B: how the figures were made, how else the plan could be read, what the registers cover, and how to check it all.
import { type Release, type ReleaseValue, releaseId } from '../../releases/release.ts'
import type { EvaluableRule } from '../../rules/evaluate.ts'
import { pendingIn, populationOf } from '../../rules/words.ts'
import { isSameReason, type Reason } from '../../words/reason.ts'
import { type Block, heading, paragraph, type Row, type Run } from '../block.ts'
import { joinRuns, quoted, said } from '../run.ts'
import { figureWords } from './figures.ts'
import type { Indicator, Reading } from './reading.ts'
import type { Speaker } from './speaker.ts'

type Register = ReleaseValue['coverage']['registers'][number]

/** Each register with the worst that any value of the year found in it. */
const registersOf = (reading: Reading): { register: Register; values: number }[] => {
  const order = ['none', 'partial', 'complete']
  const found = new Map<string, { register: Register; values: number }>()
  for (const value of reading.payload.values) {
    if (value.year !== reading.payload.year || value.reading !== 'default') continue
    for (const register of value.coverage.registers) {
      const held = found.get(register.register)
      if (held === undefined) found.set(register.register, { register, values: 1 })
      else {
        held.values += 1
        if (order.indexOf(register.level) < order.indexOf(held.register.level)) held.register = register
      }
    }
  }
  return [...found.values()].sort((a, b) => (a.register.register < b.register.register ? -1 : 1))
}

const coverageTable = ({ say, voice, format }: Speaker, reading: Reading): Block => ({
  kind: 'table',
  caption: say('statusDocument.coverage.caption'),
  small: true,
  columns: [
    { head: say('indicator.coverage.register'), width: 62, align: 'start' },
    { head: say('indicator.coverage.level'), width: 24, align: 'start' },
    { head: say('indicator.coverage.until'), width: 26, align: 'start' },
    { head: say('indicator.coverage.statedBy'), width: 40, align: 'start' },
    { head: say('statusDocument.coverage.values'), width: 18, align: 'end' },
  ],
  rows: registersOf(reading).map(({ register, values }) => ({
    cells: [
      { runs: said(voice.names.register(register.register)) },
      { runs: say(register.level === 'none' ? 'coverage.level.none' : `coverage.${register.level}`) },
      {
        runs:
          register.until !== null
            ? [{ text: format.shortDate(register.until) }]
            : register.level === 'complete'
              ? say('indicator.coverage.wholePeriod')
              : [{ text: '–' }],
      },
      {
        runs: register.statedBy === null ? say('indicator.coverage.nobody') : quoted(register.statedBy, null),
      },
      { runs: [{ text: format.number(values) }] },
    ],
  })),
})

const pendingOf = ({ payload }: Reading, { number }: Indicator): Reason | null =>
  pendingIn(payload.rules[number]?.pending as EvaluableRule['pending'], payload.let)

/** What most rules say of what is open: said once, and again only where a rule says otherwise. */
const usualPending = (reading: Reading): Reason | null => {
  const all = reading.payload.instrument.indicators.map((indicator) => pendingOf(reading, indicator))
  const counted = Map.groupBy(
    all.filter((one) => one !== null),
    (one) => JSON.stringify(one),
  )
  const most = [...counted.values()].sort((a, b) => b.length - a.length)[0]
  return most !== undefined && most.length > 1 ? most[0]! : null
}

const definitionRuns = (
  speaker: Speaker,
  reading: Reading,
  indicator: Indicator,
  usual: Reason | null,
): Run[] => {
  const { say, voice } = speaker
  const rule = reading.payload.rules[indicator.number]
  if (rule === undefined) return say('value.noValues')
  // What a cohort means stands in annex A.
  const population = populationOf(rule.population as Record<string, unknown>, reading.payload.let, {})
  const pending = pendingOf(reading, indicator)
  const parts = [
    [...say('statusDocument.method.population', {}), { text: ' ' }, ...said(voice.say(population))],
    [...say('statusDocument.method.counts', {}), { text: ' ' }, ...said(voice.names.ours(rule.words))],
    ...(pending === null || (usual !== null && isSameReason(pending, usual))
      ? []
      : [said(voice.say(pending))]),
    ...(rule.note === undefined
      ? []
      : [[...say('statusDocument.method.open', {}), { text: ' ' }, ...said(voice.names.ours(rule.note))]]),
  ]
  return joinRuns(parts, ' ')
}

const readingRuns = (speaker: Speaker, reading: Reading, indicator: Indicator): Run[] => {
  const rule = reading.payload.rules[indicator.number]
  if (rule === undefined) return []
  return joinRuns(
    reading
      .readingsOf(indicator.number)
      .map((value) => [
        ...said(figureWords(speaker, indicator, value), { strong: true }),
        { text: ': ' },
        ...said(speaker.voice.names.ours(rule.readings[value.reading]?.words ?? value.reading)),
      ]),
    ' ',
  )
}

const definitionsTable = (speaker: Speaker, reading: Reading, usual: Reason | null): Block => {
  const { say } = speaker
  const { language } = reading.payload.instrument.source
  return {
    kind: 'table',
    caption: say('statusDocument.method.caption'),
    small: true,
    columns: [
      { head: say('statusDocument.number'), width: 11, align: 'start' },
      { head: say('statusDocument.method.definition'), width: 90, align: 'start' },
      {
        head: say('statusDocument.method.readings', { year: reading.payload.year }),
        width: 69,
        align: 'start',
      },
    ],
    rows: reading.sections.flatMap(({ section, actions }): Row[] => {
      const indicators = actions.flatMap((action) => action.indicators)
      if (indicators.length === 0) return []
      return [
        { group: section === null ? say('statusDocument.noSection') : quoted(section.heading, language) },
        ...indicators.map(
          (indicator): Row => ({
            cells: [
              { runs: [{ text: indicator.number }] },
              { runs: definitionRuns(speaker, reading, indicator, usual) },
              { runs: readingRuns(speaker, reading, indicator) },
            ],
          }),
        ),
      ]
    }),
  }
}

/** The method note. */
export const methodAnnex = (speaker: Speaker, reading: Reading, release: Release): Block[] => {
  const { say, format } = speaker
  const { payload } = release
  const id = releaseId(release.sha256)
  const usual = usualPending(reading)
  const part = (key: Parameters<Speaker['say']>[0], place: string): Block =>
    heading(2, [{ text: `${place} ` }, ...say(key)])
  const body = (runs: Run[]): Block => paragraph('body', runs)
  return [
    heading(1, say('statusDocument.method')),
    part('statusDocument.method.counting', 'B.1'),
    body(say('statusDocument.method.silence')),
    body(say('statusDocument.method.ignorance')),
    body(say('statusDocument.method.rounding')),
    body(
      say('statusDocument.method.dates', {
        asOf: format.date(payload.asOf),
        knownOn: format.date(payload.knownOn),
        year: reading.baseline,
      }),
    ),
    body(say('statusDocument.method.entered')),
    part('statusDocument.coverage', 'B.2'),
    paragraph('lead', say('indicator.coverage.lead')),
    coverageTable(speaker, reading),
    part('statusDocument.method.definitions', 'B.3'),
    paragraph('lead', say('indicator.readings.lead')),
    ...(usual === null
      ? []
      : [paragraph('lead', say('statusDocument.method.usual', { rule: speaker.voice.say(usual) }))]),
    definitionsTable(speaker, reading, usual),
    part('statusDocument.verify', 'B.4'),
    body(say('statusDocument.verify.lead')),
    {
      kind: 'facts',
      rows: [
        {
          label: say('statusDocument.verify.command'),
          value: [{ text: `pacta release verify pacta-release-${id}.json` }],
        },
        { label: say('statusDocument.digest'), value: [{ text: release.sha256 }] },
        {
          label: say('statusDocument.signatures'),
          value:
            release.signatures.length === 0
              ? say('statusDocument.signatures.none')
              : joinRuns(
                  release.signatures.map(({ alg, key }) => quoted(`${alg} ${key}`, null)),
                  ', ',
                ),
        },
      ],
    },
  ]
}
