// What every document of a release has around its blocks: titles, the day, what runs at the head of each page.
import { type Release, releaseId } from '../../releases/release.ts'
import type { DocumentView } from '../block.ts'
import { plain } from '../run.ts'
import { shownText } from '../shown-text.ts'
import type { Speaker } from './speaker.ts'

/** The document around its blocks. `title` and `about` are keys of the catalogue: what it is called, and what it is. */
export const frameOf = (
  speaker: Speaker,
  { payload, sha256 }: Release,
  {
    cover,
    title: called,
    about,
    language,
  }: {
    cover: DocumentView['cover']
    title: 'statusDocument.title' | 'progressReport.title'
    about: 'statusDocument.about.is' | 'progressReport.about.is'
    language: string
  },
): Omit<DocumentView, 'blocks'> => {
  const { text } = speaker
  const title = shownText(payload.instrument.title)
  return {
    language,
    title: `${text(called)}: ${title}, ${payload.year}`,
    subject: [...cover.notices.map(plain), text(about)]
      .map((sentence) => (/[.!?]$/.test(sentence) ? sentence : `${sentence}.`))
      .join(' '),
    author: 'Pacta',
    date: payload.knownOn,
    cover,
    running: {
      start: `${title}, ${payload.year}`,
      end: [
        ...(payload.world === 'exercise' ? [text('statusDocument.exercise')] : []),
        ...(payload.instrument.status === 'draft' ? [text('statusDocument.draft')] : []),
        text('statusDocument.releaseId', { id: releaseId(sha256) }),
      ].join(' · '),
    },
    words: {
      contents: text('statusDocument.contents'),
      page: text('statusDocument.page'),
      missing: text('statusDocument.missing'),
      notes: text('statusDocument.notes'),
      back: text('statusDocument.back'),
    },
  }
}
