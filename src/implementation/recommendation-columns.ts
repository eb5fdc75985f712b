// The columns of a table of recommendations: what each is called here, and what tables of studies call them.
import { problem } from '../problem.ts'

/** What a recommendation may say, in the order of a table. */
export const recommendationFields = [
  'number',
  'group',
  'text',
  'addressed_to',
  'actions',
  'locator',
  'language',
] as const
export type RecommendationField = (typeof recommendationFields)[number]

/** Which heading of a table stands for which field. */
export type ColumnMap = Partial<Record<RecommendationField, string>>

/** Headings that tables of studies have, in small letters. Data: add a language here. */
const headings: Readonly<Record<RecommendationField, readonly string[]>> = {
  number: [
    'no.',
    'no',
    'nr',
    'nr.',
    'n°',
    'nº',
    '#',
    '№',
    'numéro',
    'número',
    'номер',
    'дугаар',
    'д/д',
  ].concat([
    'id',
    'ref',
    'ref.',
    'reference',
    's/n',
    'recommendation no.',
    'recommendation number',
    '№ п/п',
    'п/п',
    'зөвлөмжийн дугаар',
  ]),
  group: [
    'theme',
    'area',
    'section',
    'chapter',
    'thème',
    'tema',
    'тема',
    'раздел',
    'сэдэв',
    'бүлэг',
    'чиглэл',
  ],
  text: ['recommendation', 'recommendations', 'recommandation', 'recommandations', 'recomendación'].concat([
    'recomendaciones',
    'рекомендация',
    'рекомендации',
    'зөвлөмж',
    'التوصية',
    'recommendation text',
    'text of recommendation',
    'text of the recommendation',
    'texte de la recommandation',
    'texto de la recomendación',
    'текст рекомендации',
    'зөвлөмжийн агуулга',
    'зөвлөмжийн текст',
  ]),
  addressed_to: [
    'addressed to',
    'addressee',
    'addressees',
    'responsible',
    'responsible body',
    'responsible institution',
    'responsible institutions',
    'responsible party',
    'responsable',
    'responsables',
    'destinataire',
    'destinataires',
  ].concat([
    'destinatario',
    'destinatarios',
    'адресат',
    'ответственный',
    'ответственные',
    'хариуцагч',
    'хэнд',
    'хэнд чиглэсэн',
    'хариуцах байгууллага',
  ]),
  actions: ['action', 'actions', 'mesures', 'acciones', 'действия', 'арга хэмжээ'],
  locator: ['page', 'paragraph', 'place', 'página', 'страница', 'хуудас'],
  language: ['langue', 'idioma', 'язык', 'хэл'],
}

/** Every heading that is known without being asked for, as tables write it. */
export const knownHeadings: readonly string[] = [
  ...recommendationFields,
  ...Object.values(headings)
    .flat()
    .flatMap((name) => [name, `${name.charAt(0).toUpperCase()}${name.slice(1)}`]),
]

/** A heading in small letters, on one line, without a colon behind it. */
const bareHeading = (name: string): string =>
  name.toLowerCase().replace(/\s+/g, ' ').replace(/\s*:$/, '').trim()

/** The fields that the headings of a table stand for: as asked, by their own names, or as studies call them. */
export const columnsOf = (header: readonly string[], asked: ColumnMap = {}): ColumnMap => {
  const taken = new Set(Object.values(asked))
  const map: ColumnMap = {}
  for (const field of recommendationFields) {
    const own =
      asked[field] ??
      header.find((name) => name === field && !taken.has(name)) ??
      header.find((name) => bareHeading(name) === field && !taken.has(name)) ??
      header.find((name) => headings[field].includes(bareHeading(name)) && !taken.has(name))
    if (own === undefined) continue
    map[field] = own
    taken.add(own)
  }
  return map
}

const isField = (name: string): name is RecommendationField =>
  (recommendationFields as readonly string[]).includes(name)

/** "number=No.,text=Recommendation" as a map. Throws `usage` for a field that is none, or one named twice. */
export const readColumnMap = (written: string): ColumnMap => {
  const map: ColumnMap = {}
  for (const part of written.split(',').filter((one) => one.trim() !== '')) {
    const [field = '', ...rest] = part.split('=')
    const name = field.trim()
    const heading = rest.join('=').trim()
    if (!isField(name) || heading === '' || map[name] !== undefined)
      throw problem(
        'usage',
        `Columns are written "number=No.,text=Recommendation": each of ${recommendationFields.join(', ')} at most once; this part is not: "${part.trim()}".`,
      )
    map[name] = heading
  }
  return map
}
