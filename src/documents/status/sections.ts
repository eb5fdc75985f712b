// The plan's sections in the order of its text: each action's words, each indicator, and a place for the committee.
import type { Comment } from '../../releases/release.ts'
import { type Block, heading, paragraph } from '../block.ts'
import { quoted } from '../run.ts'
import { commentaryOf } from './commentary.ts'
import { indicatorBlocks } from './indicator.ts'
import type { Action, Reading, Section } from './reading.ts'
import type { Sources } from './sources.ts'
import type { Speaker } from './speaker.ts'

const actionBlocks = (speaker: Speaker, action: Action, language: string): Block[] => [
  {
    kind: 'heading',
    level: 2,
    runs:
      action.heading === null
        ? speaker.say('statusDocument.action', { number: String(action.number) })
        : quoted(action.heading, language),
    inContents: true,
  },
  { kind: 'verbatim', runs: quoted(action.text, language) },
]

const isAbout = (comment: Comment, section: Section): boolean =>
  comment.section !== null && (comment.section === section.number || comment.section === section.heading)

/** All sections, each on a page of its own. */
export const sectionBlocks = (
  speaker: Speaker,
  reading: Reading,
  given: { sources: Sources; comments: readonly Comment[] },
): Block[] => {
  const { language } = reading.payload.instrument.source
  return reading.sections.flatMap(({ section, actions }, i): Block[] => [
    {
      ...heading(
        1,
        section === null ? speaker.say('statusDocument.noSection') : quoted(section.heading, language),
      ),
      samePage: i > 0 && reading.sections[i - 1]!.actions.length === 0,
    },
    ...(actions.length === 0 ? [paragraph('body', speaker.say('statusDocument.section.none'))] : []),
    ...actions.flatMap(({ action, indicators }): Block[] => [
      ...(action === null ? [] : actionBlocks(speaker, action, language)),
      ...(action !== null && indicators.length === 0
        ? [paragraph('note', speaker.say('statusDocument.action.none'))]
        : []),
      ...indicators.flatMap((indicator) => indicatorBlocks(speaker, reading, indicator, given)),
    ]),
    ...(section === null || actions.length === 0
      ? []
      : [
          commentaryOf(
            speaker,
            given.comments.filter((comment) => comment.indicator === null && isAbout(comment, section)),
          ),
        ]),
  ])
}
