// Recommendations of studies in a progress report: how many an action takes up, which none does, and actions without one.
import type { StudyView } from '../../implementation/recommendations.ts'
import { type Block, heading, paragraph, type Row } from '../block.ts'
import { quoted, said } from '../run.ts'
import { actionsInWords } from './plan-of-work.ts'
import { cell, citedFor, plainCell, type Writer } from './writer.ts'

const tableOf = ({ speaker: { say } }: Writer, rows: Row[]): Block => ({
  kind: 'table',
  caption: [],
  small: true,
  columns: [
    { head: say('statusDocument.number'), width: 12, align: 'start' },
    { head: say('progressReport.recommendation'), width: 108, align: 'start' },
    { head: say('progressReport.takenUpBy'), width: 50, align: 'start' },
  ],
  rows,
})

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
          cell([
            ...(one.actions.length === 0
              ? say('implementation.noAction')
              : actionsInWords(writer, one.actions)),
            ...(one.stoppedActions.length === 0
              ? []
              : [
                  ...said('; '),
                  ...say('implementation.stoppedBy'),
                  ...said(' '),
                  ...actionsInWords(writer, one.stoppedActions),
                ]),
          ]),
        ],
      }),
    ),
  ])
  return [
    paragraph('lead', [
      ...quoted(study.title, study.language),
      ...citedFor(writer, [study.id]),
      { text: '. ' },
      ...(study.recommendations.length === 0
        ? say('implementation.noRecommendations')
        : say('implementation.takenUp', { n: study.takenUp, N: study.recommendations.length })),
    ]),
    ...(rows.length === 0 ? [] : [tableOf(writer, rows)]),
  ]
}

/** Actions that rest on no recommendation of any study: told once, however many studies there are. */
const withoutBlocks = (writer: Writer, without: readonly string[]): Block[] =>
  without.length === 0
    ? []
    : [
        paragraph('body', [
          ...writer.speaker.say('implementation.withoutRecommendation', { count: without.length }),
          { text: ' ' },
          ...actionsInWords(writer, without),
        ]),
      ]

/** The studies, or that none is held. */
export const recommendationsBlocks = (writer: Writer): Block[] => {
  const { say } = writer.speaker
  const { studies } = writer.work
  return [
    heading(2, say('implementation.recommendations')),
    ...(studies.length === 0
      ? [paragraph('body', say('implementation.noStudies'))]
      : [
          ...studies.flatMap((study) => studyBlocks(writer, study)),
          ...withoutBlocks(writer, studies[0]!.without),
        ]),
  ]
}
