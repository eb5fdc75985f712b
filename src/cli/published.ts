// pacta figures published: figures of others beside ours.
import { type FigurePublished, listPublishedFigures } from '../indicators/published.ts'
import { problem } from '../problem.ts'
import { type Command, textOption } from './command.ts'
import { asWorld, worldOption } from './world.ts'

const oursLine = ({ ours }: FigurePublished): string => {
  if (ours === null) return 'Ours: nothing held counts the same for that year and day'
  const of = ours.denominator === null ? '' : ` of ${ours.denominator}`
  return ours.numerator === null
    ? `Ours: ${ours.status}${of === '' ? '' : `, N is ${ours.denominator}`}; ${ours.statusReason}`
    : `Ours: ${ours.numerator}${of}, as of ${ours.asOf}; ${ours.status}`
}

const lines = (figure: FigurePublished): string[] => [
  `${figure.number} ${figure.unit}: ${figure.title}${figure.coversYear === null ? '' : `, for ${figure.coversYear}`} (as of ${figure.statedOn ?? 'no day'})`,
  `  ${figure.source?.title ?? 'no source'}${figure.quotation === null ? '' : `: “${figure.quotation}”`}`,
  `  ${oursLine(figure)}`,
  ...figure.findings.map((finding) => `  ${finding}`),
]

export const figuresPublished: Command = {
  name: 'figures published',
  summary: 'Shows the figures that others published beside ours for the same year and day, and how they fit.',
  usage: '[--indicator ID] [--world NAME]',
  example: 'pacta figures published --indicator siem-reap-angkor-draft-2024-08/7.1',
  options: {
    indicator: { type: 'string', describe: 'only the figures beside this indicator of ours' },
    ...worldOption,
  },
  run: async (context) => {
    if (context.args.length > 0)
      throw problem(
        'usage',
        `"${context.args[0]}" was not expected; the indicator is named with --indicator.`,
      )
    const store = await context.open()
    const figures = await listPublishedFigures(store.world(asWorld(context)), {
      indicator: textOption(context, 'indicator'),
    })
    if (context.json) {
      context.out(JSON.stringify(figures, null, 2))
      return 0
    }
    if (figures.length === 0) context.out('No figure of others is held.')
    context.out(figures.map((figure) => lines(figure).join('\n')).join('\n\n'))
    return 0
  },
}
