// What can be checked of a release besides its figures: that everything named is there, once, under its own id, and
// was known on the day.
import { sourceIdOf } from '../facts/source.ts'
import { sha256Of } from '../formats/canonical.ts'
import { Problem } from '../problem.ts'
import { planRulesOf } from './evaluate.ts'
import type { Finding } from './findings.ts'
import { reportIdOf } from './inputs.ts'
import { checkLeads } from './leads.ts'
import { readByRule } from './read-by-rules.ts'
import type { ReleasePayload } from './release.ts'
import { workFactsOf } from './work.ts'

const ordered = (ids: readonly string[]): boolean => ids.every((id, at) => at === 0 || ids[at - 1]! < id)

const kindsRead = (payload: ReleasePayload, indicator: string): ReadonlySet<string> => {
  const rule = Object.hasOwn(payload.rules, indicator) ? payload.rules[indicator] : undefined
  try {
    return rule === undefined ? new Set() : readByRule(planRulesOf(payload), rule).kinds
  } catch (error) {
    // A rule with a reading that does not fit it reads nothing; recomputing says so.
    if (error instanceof Problem) return new Set()
    throw error
  }
}

/** What an exercise bears that a register does not, and the other way round: a fiction is not to be taken for a record. */
const worldFaults = ({
  world,
  banner,
  actors,
  sources,
}: ReleasePayload): [place: string, message: string][] => {
  if (world === 'exercise')
    return banner === null ? [['banner', 'an exercise says that it is one; this does not']] : []
  const states = actors.filter(({ kind }) => kind === 'state')
  return [
    ...(banner === null ? [] : [['banner', 'only an exercise has one'] as [string, string]]),
    // ISO 3166 leaves XAA to XZZ to users; the names under .example (RFC 2606) are nobody's.
    ...(states.length > 0 && states.every(({ id }) => /^X[A-Z]{2}$/.test(id))
      ? [['world', 'a register, it says, but every State in it has a code of no State'] as [string, string]]
      : []),
    ...sources
      .filter(
        ({ title, address }) =>
          /^Exercise:/.test(title) || /^https?:\/\/[^/]*\.example(?=[:/]|$)/i.test(address ?? ''),
      )
      .map(({ id }): [string, string] => [
        `source ${id}`,
        'it is of an exercise, and the release says it is a register’s',
      ]),
  ]
}

/** Every reference that leads nowhere, id that is not its entry's own, and entry that could not be known. */
export const checkReferences = (payload: ReleasePayload): Finding[] => {
  const findings: Finding[] = []
  const note = (place: string, message: string) => findings.push({ check: 'reference', place, message })
  const { instrument, actors, sources, datums, reports, answers, questions, knownOn } = payload
  const idsOf = (part: string, rows: readonly { id: string }[]): Set<string> => {
    const ids = rows.map((row) => row.id)
    if (!ordered(ids)) note(part, 'an id stands twice, or the entries are not in the order of their ids')
    return new Set(ids)
  }
  const actorIds = idsOf('actors', actors)
  const sourceIds = idsOf('sources', sources)
  const datumIds = idsOf('datums', datums)
  const work = payload.work ?? { kinds: {}, facts: [] }
  const workIds = idsOf('work', work.facts)
  const reportIds = idsOf('reports', reports)
  const answerIds = idsOf('answers', answers)

  if (instrument.sourceText !== null && sha256Of(instrument.sourceText) !== instrument.sha256)
    note('instrument', 'the digest is not that of the text')
  for (const [place, message] of worldFaults(payload)) note(place, message)
  if (!instrument.years.includes(payload.year)) note('year', `${payload.year} is no year of the plan`)
  if (payload.asOf > knownOn || payload.asOf < `${payload.year}-01-01`)
    note('asOf', `${payload.asOf} lies outside the year, or after the day as known on`)
  if ((payload.treaty?.id ?? null) !== null && payload.treaty!.id !== instrument.treaty)
    note('treaty', `the plan serves ${instrument.treaty ?? 'no treaty'}`)
  const numbers = new Set(instrument.indicators.map(({ number }) => number))
  const actions = new Set(instrument.actions.map(({ id }) => id))
  for (const { number, action } of instrument.indicators)
    if (action !== null && !actions.has(action))
      note(`indicator ${number}`, `its action ${action} is missing`)
  for (const number of Object.keys(payload.rules))
    if (!numbers.has(number)) note(`rule ${number}`, 'the plan has no such indicator')

  for (const { id, ...source } of sources) {
    const { title, address, publisher, published } = source
    if (sourceIdOf({ title, address, publisher, published }) !== id)
      note(`source ${id}`, 'the id is not that of this title, address, publisher and date')
  }
  const parts = [
    { rows: datums, ids: datumIds, kinds: payload.kinds, called: 'datum' },
    { rows: work.facts, ids: workIds, kinds: work.kinds, called: 'fact of work' },
  ]
  const rows = parts.flatMap(({ rows, ...part }) => rows.map((datum) => ({ datum, ...part })))
  for (const { datum, ids, kinds, called } of rows) {
    const place = `${called} ${datum.id}`
    if (!datum.id.startsWith(`${datum.actor}/${datum.kind}/`))
      note(place, 'the id is not that of its actor and kind')
    if (!actorIds.has(datum.actor)) note(place, `nobody is called ${datum.actor}`)
    if (!Object.hasOwn(kinds, datum.kind)) note(place, `there is no kind ${datum.kind}`)
    if (datum.source !== null && !sourceIds.has(datum.source))
      note(place, `the source ${datum.source} is missing`)
    for (const named of [datum.supersedes, datum.retracts])
      if (named !== null && !ids.has(named)) note(place, `${named}, which it replaces, is missing`)
    if (datum.knownFrom > knownOn) note(place, `known from ${datum.knownFrom}, after ${knownOn}`)
  }
  const belonging = new Set(workFactsOf(payload).facts.map(({ id }) => id))
  for (const { id, kind } of work.facts) {
    if (Object.hasOwn(payload.kinds, kind))
      note(`fact of work ${id}`, 'its kind is one that rules read: it stands among the other facts')
    if (!belonging.has(id)) note(`fact of work ${id}`, 'it names nothing that belongs to the plan')
  }
  for (const [name, { topic }] of Object.entries(work.kinds)) {
    if (topic !== 'implementation') note(`kind ${name}`, 'it is none of work on a promise')
    if (!work.facts.some(({ kind }) => kind === name)) note(`kind ${name}`, 'no fact is of it')
  }
  const obligations = new Map(reports.map((report) => [report.id, report.obligation]))
  for (const report of reports) {
    const place = `report ${report.id}`
    if (reportIdOf(report) !== report.id)
      note(place, 'the id is not that of its actor, obligation, year and version')
    if (!actorIds.has(report.actor)) note(place, `nobody is called ${report.actor}`)
    if (report.source !== null && !sourceIds.has(report.source))
      note(place, `the source ${report.source} is missing`)
    if (report.receivedOn > knownOn) note(place, `received on ${report.receivedOn}, after ${knownOn}`)
  }
  const asked = new Set(questions.map((question) => `${question.obligation}/${question.id}`))
  for (const answer of answers) {
    const place = `answer ${answer.id}`
    if (answer.id !== `${answer.report}#${answer.question}`)
      note(place, 'the id is not that of its report and question')
    const obligation = obligations.get(answer.report)
    if (obligation === undefined) note(place, `the report ${answer.report} is missing`)
    else if (!asked.has(`${obligation}/${answer.question}`)) note(place, `nobody asks "${answer.question}"`)
  }
  for (const { id, source } of payload.publishedFigures)
    if (source !== null && !sourceIds.has(source))
      note(`published figure ${id}`, `the source ${source} is missing`)
  for (const { indicator, year, sealed } of payload.values) {
    if (sealed.length === 0) continue
    const kinds = kindsRead(payload, indicator)
    for (const kind of sealed)
      if (!kinds.has(kind))
        note(`value ${indicator} ${year}`, `sealed by ${kind}, which its rule does not read`)
  }
  const restsOn = (place: string, ids: readonly string[]) => {
    for (const id of ids)
      if (!datumIds.has(id) && !reportIds.has(id) && !answerIds.has(id))
        note(place, `rests on ${id}, which is missing`)
  }
  for (const value of payload.values)
    for (const member of value.members) {
      const place = `member ${member.member} of ${value.indicator} ${value.year}`
      if (!actorIds.has(member.actor)) note(place, `nobody is called ${member.actor}`)
      restsOn(place, member.datums)
    }
  for (const list of payload.cohortLists)
    for (const member of list.members) {
      const place = `member ${member.actor} of cohort ${list.cohort}`
      if (!actorIds.has(member.actor)) note(place, `nobody is called ${member.actor}`)
      restsOn(place, member.datums)
    }
  findings.push(...checkLeads(payload))
  return findings
}
