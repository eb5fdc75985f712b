// The status document of a release: from its file alone, without a store.
import { type Release, releaseId } from '../../releases/release.ts'
import { type Block, type DocumentView, heading } from '../block.ts'
import { plain } from '../run.ts'
import { shownText } from '../shown-text.ts'
import { cohortAnnex } from './cohorts.ts'
import { commentaryOf } from './commentary.ts'
import { coverOf } from './cover.ts'
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
  const title = shownText(payload.instrument.title)
  return {
    language,
    title: `${speaker.text('statusDocument.title')}: ${title}, ${payload.year}`,
    subject: [...cover.notices.map(plain), speaker.text('statusDocument.about.is')]
      .map((sentence) => (/[.!?]$/.test(sentence) ? sentence : `${sentence}.`))
      .join(' '),
    author: 'Pacta',
    date: payload.knownOn,
    cover,
    running: {
      start: `${title}, ${payload.year}`,
      end: [
        ...(payload.world === 'exercise' ? [speaker.text('statusDocument.exercise')] : []),
        ...(payload.instrument.status === 'draft' ? [speaker.text('statusDocument.draft')] : []),
        speaker.text('statusDocument.releaseId', { id: releaseId(release.sha256) }),
      ].join(' · '),
    },
    words: {
      contents: speaker.text('statusDocument.contents'),
      page: speaker.text('statusDocument.page'),
      missing: speaker.text('statusDocument.missing'),
      notes: speaker.text('statusDocument.notes'),
      back: speaker.text('statusDocument.back'),
    },
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
