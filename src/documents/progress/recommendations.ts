// Recommendations of studies in a progress report: how many an action takes up, which none does, and actions without one.
import type { StudyView } from '../../implementation/recommendations.ts'
import { type Block, heading, paragraph, type Row } from '../block.ts'
import { quoted } from '../run.ts'
import { actionsInWords } from './plan-of-work.ts'
import { cell, citedFor, plainCell, type Writer } from './writer.ts'

const studyBlocks = (writer: Writer, study: StudyView): Block[] => {
  const { say } = writer.speaker
  const groups = [...Map.groupBy(study.recommendations, ({ group }) => group ?? '')]
  const rows = groups.flatMap(([group, own]): Row[] => [
    ...(group === '' ? [] : [{ group: quoted(group, study.language) }]),
    ...own.map(
      (one): Row => ({
        cells: [
          plainCell(one.number),
          cell([...quoted(one.text, one.language), ...citedFor(writer, [one.id])]),
          cell(
            one.actions.length === 0 ? say('implementation.noAction') : actionsInWords(writer, one.actions),
          ),
        ],
      }),
    ),
  ])
  return [
    paragraph('lead', [
      ...quoted(study.title, study.language),
      ...citedFor(writer, [study.id]),
      { text: '. ' },
      ...say('implementation.takenUp', { n: study.takenUp, N: study.recommendations.length }),
    ]),
    {
      kind: 'table',
      caption: [],
      small: true,
      columns: [
        { head: say('statusDocument.number'), width: 12, align: 'start' },
        { head: say('progressReport.recommendation'), width: 108, align: 'start' },
        { head: say('progressReport.takenUpBy'), width: 50, align: 'start' },
      ],
      rows,
    },
    ...(study.without.length === 0
      ? []
      : [
          paragraph('body', [
            ...say('implementation.withoutRecommendation', { count: study.without.length }),
            { text: ' ' },
            ...actionsInWords(writer, study.without),
          ]),
        ]),
  ]
}

/** The studies, or that none is held. */
export const recommendationsBlocks = (writer: Writer): Block[] => {
  const { say } = writer.speaker
  const { studies } = writer.work
  return [
    heading(2, say('implementation.recommendations')),
    ...(studies.length === 0
      ? [paragraph('body', say('implementation.noStudies'))]
      : studies.flatMap((study) => studyBlocks(writer, study))),
  ]
}
