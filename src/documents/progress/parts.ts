// The instrument's own parts in their order and under their own headings. What a part holds decides what is told in it: its
// actions, its indicators, the money in the one on resources; everything else is its text.
import type { Comment } from '../../releases/release.ts'
import { type Block, heading, paragraph, type Run } from '../block.ts'
import { quoted } from '../run.ts'
import type { Section } from '../status/reading.ts'
import { bodiesBlocks } from './bodies.ts'
import { eventsBlocks } from './events.ts'
import { planOfWorkBlocks } from './plan-of-work.ts'
import { promisedBlocks, uncarriedBlocks } from './promised.ts'
import { recommendationsBlocks } from './recommendations.ts'
import { budgetBlocks } from './resources.ts'
import { commentBlocks, targetBlocks } from './targets.ts'
import type { Writer } from './writer.ts'

const carriedOut = (writer: Writer): Block[] => [
  ...uncarriedBlocks(writer),
  ...planOfWorkBlocks(writer),
  ...bodiesBlocks(writer),
  ...recommendationsBlocks(writer),
]

type Part = { section: Section | null; actions: Writer['reading']['sections'][number]['actions'] }

const hasActions = ({ actions }: Part): boolean => actions.some(({ action }) => action !== null)
const hasIndicators = ({ actions }: Part): boolean => actions.some(({ indicators }) => indicators.length > 0)

/** All parts, with how it is carried out after the last that holds actions, and the events after the last with indicators. */
export const partBlocks = (writer: Writer, comments: readonly Comment[]): Block[] => {
  const { say } = writer.speaker
  const { reading } = writer
  const { language } = reading.payload.instrument.source
  const parts: Part[] = reading.sections
  const lastActions = parts.findLastIndex(hasActions)
  const lastIndicators = parts.findLastIndex(hasIndicators)
  const isText = (part: Part | undefined): boolean =>
    part !== undefined && !hasActions(part) && !hasIndicators(part) && part.section?.resources !== true
  const own = (runs: Run[], before?: Part): Block => ({ ...heading(1, runs), samePage: isText(before) })
  const blocks = parts.flatMap((part, i): Block[] => {
    const { section, actions } = part
    const isResources = section?.resources === true
    return [
      own(
        section === null ? say('statusDocument.noSection') : quoted(section.heading, language),
        parts[i - 1],
      ),
      ...(section?.paragraphs ?? []).map(
        (text): Block => ({
          kind: 'verbatim',
          runs: quoted(text, language),
        }),
      ),
      ...promisedBlocks(
        writer,
        actions.flatMap(({ action }) => action ?? []),
      ),
      ...(i === lastActions ? carriedOut(writer) : []),
      ...actions.flatMap(({ indicators }) =>
        indicators.flatMap((indicator) => [
          ...targetBlocks(writer, indicator),
          ...commentBlocks(
            writer,
            comments.filter((comment) => comment.indicator === indicator.number),
          ),
        ]),
      ),
      ...(i === lastIndicators ? eventsBlocks(writer) : []),
      ...(isResources ? budgetBlocks(writer) : []),
      ...commentBlocks(
        writer,
        section === null
          ? []
          : comments.filter(
              ({ indicator, section: place }) =>
                indicator === null &&
                place !== null &&
                (place === section.heading || place === section.number),
            ),
      ),
    ]
  })
  return [
    ...blocks,
    // What the text has no part for is told under a heading of ours.
    ...(lastActions >= 0 ? [] : [own(say('implementation.crumb')), ...carriedOut(writer)]),
    ...(lastIndicators >= 0 ? [] : [own(say('progressReport.noIndicators')), ...eventsBlocks(writer)]),
    ...(parts.some(({ section }) => section?.resources === true)
      ? []
      : [
          own(say('implementation.budget')),
          paragraph('note', say('progressReport.noResources')),
          ...budgetBlocks(writer),
        ]),
  ]
}
