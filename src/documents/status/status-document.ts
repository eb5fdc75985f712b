// The status document of a release: from its file alone, without a store.
import type { Release } from '../../releases/release.ts'
import { type Block, type DocumentView, heading } from '../block.ts'
import { cohortAnnex } from './cohorts.ts'
import { commentaryOf } from './commentary.ts'
import { coverOf } from './cover.ts'
import { frameOf } from './frame.ts'
import { glanceBlocks } from './glance.ts'
import { methodAnnex } from './method.ts'
import { readingOf } from './reading.ts'
import { sectionBlocks } from './sections.ts'
import { sourcesOf } from './sources.ts'
import { createSpeaker } from './speaker.ts'

/** `release` as a document in `language`, one of the interface's. */
export const statusDocument = (release: Release, language: string): DocumentView => {
  const { payload } = release
  const speaker = createSpeaker(payload, language)
  const reading = readingOf(payload)
  const sources = sourcesOf(payload, speaker)
  const comments = release.commentary
  const cover = coverOf(speaker, release)
  const whole: Block[] = [
    heading(1, speaker.say('statusDocument.commentary.whole')),
    commentaryOf(
      speaker,
      comments.filter((comment) => comment.indicator === null && comment.section === null),
    ),
  ]
  const called = { title: 'statusDocument.title', about: 'statusDocument.about.is' } as const
  return {
    ...frameOf(speaker, release, { ...called, cover, language }),
    blocks: [
      ...glanceBlocks(speaker, reading),
      ...sectionBlocks(speaker, reading, { sources, comments }),
      ...whole,
      ...cohortAnnex(speaker, reading),
      ...methodAnnex(speaker, reading, release),
      ...sources.annex,
    ],
  }
}
