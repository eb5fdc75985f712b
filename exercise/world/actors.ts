// actors.csv: the States of the exercise, and the bodies and organisations that meet, count and help there.
import { secondTreatyMeetingOwners } from './second-treaty.ts'
import { formalName, type Language, stateOf, states } from './states.ts'

export type ActorRow = Record<string, string>

const languages: readonly Language[] = ['en', 'fr', 'es', 'ru', 'ar', 'zh', 'mn']
const source = 'Exercise: invented for Pacta'

export const nationalSociety = 'xqo-national-society'
export const monitor = 'exercise-monitor'
export const secretariat = 'exercise-secretariat'

// ISO 3166-1 leaves QM–QZ, XA–XZ and AA to users. XK is passed over: many systems read it as a real territory.
const userAssigned = [...'MNOPQRSTUVWXYZ'].map((letter) => `Q${letter}`)
const alpha2 = [...userAssigned, ...[...'ABCDEFGHIJLMNOPQRSTUVWXYZ'].map((letter) => `X${letter}`), 'AA']

// Former or other spellings, by which a reader may look a State up.
const aliases: Record<string, string> = { XBY: 'Lower Dastomirja', XOB: 'Obbarai', XSR: 'St. Erulinda' }

const stateRow = (code: string, index: number): ActorRow => {
  const one = stateOf(code)
  const row: ActorRow = {
    actor_id: code,
    kind: 'state',
    iso2: alpha2[index]!,
    iso3: code,
    m49: String(901 + index),
    // The two youngest members of the fictional community of States stay outside its general organisation.
    un_member: code === 'XNU' || code === 'XKW' ? 'no' : 'yes',
    region: one.region,
    tile_column: String(one.tile[0]),
    tile_row: String(one.tile[1]),
    aliases: aliases[code] ?? '',
    source,
  }
  for (const language of languages) {
    row[`name_${language}`] = one.names[language]
    row[`formal_${language}`] = formalName(one, language)
  }
  return row
}

const other = (actor_id: string, kind: string, name_en: string, more: ActorRow = {}): ActorRow => ({
  actor_id,
  kind,
  name_en,
  source,
  ...more,
})

const meetings = [2025, 2026, 2027].flatMap((year) => [
  other(`exercise-intersessional-${year}`, 'body', `Exercise: Intersessional Meetings ${year}`),
  other(`exercise-msp-${year}`, 'body', `Exercise: Meeting of the States Parties ${year}`),
])

const societyOf = (code: string) => `${stateOf(code).names.en} National Society`

const others: readonly ActorRow[] = [
  other('exercise-review-conference-2024', 'body', 'Exercise: Review Conference 2024'),
  ...meetings,
  ...secondTreatyMeetingOwners.map(({ id, name }) => other(id, 'body', name)),
  other('exercise-depositary', 'body', 'Exercise: Depositary'),
  other(secretariat, 'body', 'Exercise: Implementation Support Unit'),
  other('exercise-committee-article-5', 'body', 'Exercise: Committee on Article 5 Implementation'),
  other('exercise-committee-compliance', 'body', 'Exercise: Committee on Cooperative Compliance'),
  other('exercise-committee-cooperation', 'body', 'Exercise: Committee on Cooperation and Assistance'),
  other(monitor, 'organisation', 'Exercise: Treaty Monitor'),
  other('exercise-assembly', 'organisation', 'Exercise: Assembly of Fictional States'),
  other('exercise-clearance-trust', 'organisation', 'Exercise: Clearance Trust'),
  other('exercise-survivors-network', 'organisation', 'Exercise: Survivors Network'),
  other(nationalSociety, 'national-society', societyOf('XQO'), {
    parent: 'XQO',
    name_fr: 'Société nationale de Quorréla',
    name_es: 'Sociedad Nacional de Cuorrela',
    name_ru: 'Национальное общество Куоррелы',
    name_ar: 'الجمعية الوطنية في كووريلا',
    name_zh: '库奥雷拉国家协会',
    name_mn: 'Куоррелагийн үндэсний нийгэмлэг',
  }),
  other('xng-national-society', 'national-society', societyOf('XNG'), { parent: 'XNG' }),
]

// biome-ignore format: the columns in their order
export const actorColumns = [
  'actor_id', 'kind', 'parent', 'iso2', 'iso3', 'm49', 'un_member', 'region', 'tile_column', 'tile_row',
  ...languages.flatMap((language) => [`name_${language}`, `formal_${language}`]),
  'aliases', 'source',
]

/** Rows of actors.csv. */
export const actorRows = (): ActorRow[] => [
  ...states.map((one, index) => stateRow(one.code, index)),
  ...others,
]
