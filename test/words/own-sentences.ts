// Every sentence and name of our own data files that a page can show, in English.
import { globSync } from 'node:fs'
import { join } from 'node:path'
import { pledgeRows } from '../../exercise/world/pledge.ts'
import { shippedStaleness } from '../../src/engagements/staleness.ts'
import { fieldsOf, fieldWords } from '../../src/facts/kind.ts'
import { kindTitle } from '../../src/indicators/names.ts'
import { heldPlans } from '../../src/indicators/plans.ts'
import { namedFigures } from '../../src/indicators/published-file.ts'
import { readMappingsOf } from '../../src/mappings/mappings.ts'
import { regionalGroups } from '../../src/parties/actor.ts'
import { shippedTreaties } from '../../src/parties/treaty.ts'
import { answerStates } from '../../src/reports/report.ts'
import { readShippedKinds, readShippedQuestionnaires } from '../../src/reports/shipped.ts'
import { type Duty, dutyFileForm } from '../../src/rules/duty-form.ts'
import { reportKind } from '../../src/rules/field-check.ts'
import { readYaml } from '../../src/rules/read-yaml.ts'

type OwnSentence = { of: string; text: string }

const ofKinds = (): OwnSentence[] => {
  const { kinds } = heldPlans()[0]!
  const reports = Object.fromEntries(
    readShippedQuestionnaires().map(({ id }) => [`${id}-report`, { ...reportKind(id), says: undefined }]),
  )
  return Object.entries({ ...kinds, ...reports }).flatMap(([id, kind]) => [
    { of: `kind ${id}`, text: kindTitle(id) },
    ...(kind.says === undefined ? [] : [{ of: `kind ${id}, says`, text: kind.says }]),
    ...Object.entries(fieldsOf(kind)).flatMap(([name, field]) => [
      { of: `kind ${id}, field ${name}`, text: fieldWords(name) },
      ...(field.hint === undefined ? [] : [{ of: `kind ${id}, hint of ${name}`, text: field.hint }]),
      ...Object.entries(field.columns ?? {}).flatMap(([column, { oneOf = [] }]) => [
        { of: `kind ${id}, column ${column}`, text: fieldWords(column) },
        ...oneOf
          .filter((value) => /[a-z]/.test(value))
          .map((value) => ({ of: `kind ${id}, ${column}`, text: value.replaceAll('-', ' ') })),
      ]),
      ...(field.unit === undefined || field.unit === 'currency'
        ? []
        : [{ of: `kind ${id}, unit of ${name}`, text: field.unit }]),
      ...(field.oneOf ?? [])
        .filter((entry) => /[a-z]/.test(entry))
        .map((entry) => ({
          of: `kind ${id}, ${name}`,
          text: entry.replaceAll('-', ' '),
        })),
    ]),
  ])
}

/** The groups of audience in use: an open list, of which the facts of the exercise have those the pledge that ships names. */
const ofAudiences = (): OwnSentence[] =>
  pledgeRows()
    .flatMap(({ body }) => (Array.isArray(body.audience) ? body.audience : []))
    .map((group) => ({ of: 'audience', text: String(group).replaceAll('-', ' ') }))

const ofStaleness = (): OwnSentence[] =>
  shippedStaleness().map(({ scope, why }) => ({ of: `staleness of ${scope}`, text: why }))

const ofMappings = (): OwnSentence[] =>
  (['register', 'exercise'] as const).flatMap((world) =>
    readMappingsOf(world, readShippedKinds()).flatMap(({ mapping: { id, title, reach, leaveOut = [] } }) => [
      { of: `mapping ${id}`, text: title },
      { of: `mapping ${id}, reach`, text: reach },
      ...leaveOut.map(({ reason }) => ({ of: `mapping ${id}, left out`, text: reason })),
    ]),
  )

const ofPlans = (): OwnSentence[] =>
  heldPlans().flatMap(({ rules, instrument }) => [
    ...(instrument.notice === undefined ? [] : [{ of: `plan ${rules.id}`, text: instrument.notice }]),
    ...Object.entries(rules.cohorts).flatMap(([name, { title, words }]) => [
      { of: `cohort ${name}`, text: title },
      { of: `cohort ${name}, words`, text: words },
    ]),
    ...Object.entries(rules.let)
      .filter(([, value]) => typeof value === 'object' && value !== null && 'idsOf' in value)
      .map(([name]) => ({ of: `name ${name}`, text: fieldWords(name) })),
    ...Object.entries(rules.rules).flatMap(([number, rule]) => [
      { of: `rule ${number}`, text: rule.words },
      ...(rule.note === undefined ? [] : [{ of: `rule ${number}, note`, text: rule.note }]),
      ...Object.entries(rule.readings).flatMap(([name, reading]) => [
        { of: `rule ${number}, name of the reading ${name}`, text: name },
        { of: `rule ${number}, reading ${name}`, text: reading.words },
      ]),
    ]),
  ])

const ofQuestionnaires = (): OwnSentence[] =>
  readShippedQuestionnaires().flatMap(({ id, title, groups }) => [
    { of: `questionnaire ${id}`, text: title },
    { of: `obligation ${id}`, text: id.replaceAll('-', ' ') },
    ...groups.map((group) => ({ of: `questionnaire ${id}, ${group.id}`, text: group.title })),
  ])

const ofDuty = ({ id, title, note, undated, responsible }: Duty): OwnSentence[] => [
  { of: `duty ${id}`, text: title },
  ...(note === undefined ? [] : [{ of: `duty ${id}, note`, text: note }]),
  ...(undated === undefined ? [] : [{ of: `duty ${id}, undated`, text: undated }]),
  ...(responsible === undefined ? [] : [{ of: `duty ${id}, responsible`, text: responsible }]),
]

/** Duties of treaties, and of plans and pledges in files of their own. */
const ofDuties = (): OwnSentence[] => [
  ...shippedTreaties().flatMap(({ duties }) => Object.values(duties).flatMap(ofDuty)),
  ...globSync(join(import.meta.dirname, '../../instruments/*/*.duties.yaml'))
    .map((path) => readYaml(path, dutyFileForm))
    .flatMap(({ duties }) => Object.entries(duties).flatMap(([id, duty]) => ofDuty({ ...duty, id }))),
]

/** The titles of treaties are not ours; the short name of one that is held as data is. */
const ofTreaties = (): OwnSentence[] =>
  shippedTreaties().flatMap(({ id, titles, withdrawal }) => [
    ...(titles.en === undefined ? [] : [{ of: `treaty ${id}`, text: titles.en.short }]),
    ...(withdrawal.unless === undefined ? [] : [{ of: `treaty ${id}, withdrawal`, text: withdrawal.unless }]),
  ])

/** Fields that every datum has, whatever its kind. */
const always = ['actor', 'subject', 'held from', 'held until', 'known from']

/** All of them, each with where it stands. A sentence that stands in several places comes as often. */
export const ownSentences = (): OwnSentence[] => [
  ...ofKinds(),
  ...ofPlans(),
  ...ofAudiences(),
  ...ofMappings(),
  ...ofStaleness(),
  ...ofQuestionnaires(),
  ...ofTreaties(),
  ...ofDuties(),
  ...[...namedFigures()].map(([name, { title }]) => ({ of: `figure ${name}`, text: title })),
  ...Object.entries(regionalGroups).map(([id, text]) => ({ of: `region ${id}`, text })),
  ...answerStates.map((text) => ({ of: 'answers', text })),
  // What the acts of the exercise say of their days.
  { of: 'exercise', text: 'Article 17: first day of the sixth month after the deposit' },
  ...['Entry into force', 'Withdrawal takes effect'].map((text) => ({ of: 'duties of every treaty', text })),
  ...['state', 'body', 'national society', 'silent', 'stated on the status page', ...always].map((text) => ({
    of: 'names',
    text,
  })),
]
