// pacta recommendations import: a study's recommendations out of its document or a table.
import { readColumnMap } from '../implementation/recommendation-columns.ts'
import type { RecommendationCompared } from '../implementation/recommendations-compare.ts'
import {
  importRecommendations,
  lookAtRecommendations,
  type RecommendationsLooked,
} from '../implementation/recommendations-import.ts'
import { readShippedKinds } from '../reports/shipped.ts'
import { type Command, neededOption, textOption } from './command.ts'
import { counted, fileOf } from './input.ts'
import { asWorld, worldOption } from './world.ts'

const signs = { new: '+', corrected: '~', unchanged: '=' } as const

const fieldWords = {
  ...{ text: 'text', group: 'group', addressedTo: 'whom it asks', language: 'language' },
  locator: 'its place, which was not told',
} as const

const lineOf = ({
  number,
  outcome,
  group,
  text,
  locator,
  before,
  shortens,
  actions,
}: RecommendationCompared): string[] => [
  `  ${signs[outcome]} ${number}${group === null ? '' : ` [${group}]`} ${text.replaceAll('\n', ' ')} (${locator})`,
  ...(before === null
    ? []
    : [
        before.differs.includes('text')
          ? `      ${shortens ? 'corrected, and shorter: is it so? Until now:' : 'corrected; until now:'} ${before.text.replaceAll('\n', ' ')}`
          : `      corrected: ${before.differs.map((one) => fieldWords[one]).join(', ')}`,
      ]),
  ...actions.map(
    ({ id, title, outcome: tie }) =>
      `      ${tie === 'tied' ? 'tied to' : 'tied already to'} ${id}: ${title}`,
  ),
]

const wordsOf = (
  { study, compared, unplaced, outside, numberedHere, leftOut, notInFile }: RecommendationsLooked,
  isDry: boolean,
): string => {
  const count = (outcome: RecommendationCompared['outcome']) =>
    compared.filter((one) => one.outcome === outcome).length
  const tied = compared.flatMap(({ actions }) => actions).filter(({ outcome }) => outcome === 'tied').length
  return [
    `${study.title} (${study.id})`,
    `${counted(compared.length, 'recommendation')}: ${count('new')} new, ${count('corrected')} corrected, ${count('unchanged')} unchanged; ${tied} tied to actions`,
    ...(numberedHere ? ['The document does not number them: numbered here in their order.'] : []),
    ...compared.flatMap(lineOf),
    ...(unplaced.length === 0 ? [] : ['Lines that are part of no recommendation:']),
    ...unplaced.map(({ at, text }) => `  ${at}: ${text}`),
    ...(outside === null || outside.lines === 0
      ? []
      : [`Not read: ${counted(outside.lines, 'line')} that stand elsewhere than under "${outside.heading}"`]),
    ...(leftOut.length === 0
      ? []
      : [`Columns that were not read: ${leftOut.join(', ')} (--columns names more)`]),
    ...(notInFile.length === 0
      ? []
      : [`Held and not in the file, left as they are: ${notInFile.map(({ number }) => number).join(', ')}`]),
    ...(isDry ? ['Nothing was stored (--dry-run).'] : []),
  ].join('\n')
}

export const recommendationsImport: Command = {
  name: 'recommendations import',
  summary:
    'Records the recommendations of a study from its document (DOCX, PDF, text) or a table (CSV, XLSX), all of them or none.',
  usage:
    'FILE --study ID [--dry-run] [--take-shorter] [--columns number=No.,text=Recommendation] [--language TAG] [--world NAME]',
  example: 'pacta recommendations import study.docx --study study --dry-run --world exercise',
  options: {
    study: { type: 'string', describe: 'the id of the fact of the kind "study" they are of' },
    'dry-run': { type: 'boolean', describe: 'show what was read and what would change, store nothing' },
    'take-shorter': {
      type: 'boolean',
      describe: 'take texts that are shorter than those held, which are refused otherwise',
    },
    actor: { type: 'string', describe: 'whose facts they are (default: the study’s)' },
    columns: {
      type: 'string',
      describe:
        'which heading of a table is which: number, group, text, addressed_to, actions, locator, language',
    },
    language: {
      type: 'string',
      describe: 'language of the document (default: the study’s, or as the words tell)',
    },
    title: { type: 'string', describe: 'title of the document (default: the source of the study)' },
    address: { type: 'string', describe: 'its web address' },
    publisher: { type: 'string', describe: 'its publisher' },
    date: { type: 'string', describe: 'its date, such as 2025-11-20 or 2025' },
    ...worldOption,
  },
  run: async (context) => {
    const file = fileOf(context)
    const world = asWorld(context)
    const given = (name: string) => textOption(context, name)
    const columns = given('columns')
    const source = { title: given('title'), address: given('address') }
    const more = { publisher: given('publisher'), date: given('date') }
    const asked = {
      ...{ file, study: neededOption(context, 'study'), actor: given('actor'), language: given('language') },
      takeShorter: context.options['take-shorter'] === true,
      ...(columns === undefined ? {} : { columns: readColumnMap(columns) }),
      source: Object.fromEntries(
        Object.entries({ ...source, ...more }).filter(([, text]) => text !== undefined),
      ),
    }
    const isDry = context.options['dry-run'] === true
    const db = (await context.open()).world(world)
    const entered = world === 'register'
    const options = { kinds: readShippedKinds(), entered, agent: 'pacta recommendations import' }
    const looked = await (isDry ? lookAtRecommendations : importRecommendations)(db, asked, options)
    const isStored = !isDry && looked.facts.length > 0
    const mark =
      isStored && entered ? '\nMarked "entered here, not received": it stays out of anything published.' : ''
    context.out(
      context.json ? JSON.stringify({ ...looked, stored: isStored }, null, 2) : wordsOf(looked, isDry) + mark,
    )
    return 0
  },
}
