// The cover: what this is, of which day, from which release, and what it is not.
import { type Release, releaseId } from '../../releases/release.ts'
import type { DocumentView, Paragraph, Run } from '../block.ts'
import { quoted, said } from '../run.ts'
import type { Speaker } from './speaker.ts'

/** What an exercise or a draft says of itself: in the language where it is held in it, in English otherwise. */
const spoken = (
  speaker: Speaker,
  english: string | null | undefined,
  others: Record<string, string>,
): Run[][] => {
  const own = others[speaker.language]
  if (own !== undefined && speaker.language !== 'en') return [quoted(own, null)]
  return english === null || english === undefined
    ? []
    : [quoted(english, speaker.language === 'en' ? null : 'en')]
}

export const noticesOf = (speaker: Speaker, { payload }: Release): Run[][] => [
  ...spoken(speaker, payload.banner?.en, payload.banner ?? {}),
  ...spoken(speaker, payload.instrument.notice, payload.instrument.noticeIn),
]

export const coverOf = (speaker: Speaker, release: Release): DocumentView['cover'] => {
  const { say, format, voice } = speaker
  const { payload } = release
  const { instrument } = payload
  const about = (runs: Run[]): Paragraph => ({ kind: 'paragraph', style: 'note', runs })
  const treaty = payload.treaty?.titles
  return {
    notices: noticesOf(speaker, release),
    kicker: say('statusDocument.title'),
    title: quoted(instrument.title, instrument.source.language),
    subtitle: say('statusDocument.subtitle', { year: payload.year }),
    facts: {
      kind: 'facts',
      rows: [
        ...(treaty?.en === undefined
          ? []
          : [
              {
                label: say('statusDocument.treaty'),
                value:
                  speaker.language === 'en'
                    ? quoted(treaty.en.formal, null)
                    : said(voice.names.ours(treaty.en.short)),
              },
            ]),
        { label: say('statusDocument.asOf'), value: [{ text: format.date(payload.asOf) }] },
        { label: say('statusDocument.knownOn'), value: [{ text: format.date(payload.knownOn) }] },
        { label: say('statusDocument.release'), value: [{ text: releaseId(release.sha256), strong: true }] },
        { label: say('statusDocument.digest'), value: [{ text: release.sha256 }] },
        {
          label: say('statusDocument.text'),
          value: quoted(
            [instrument.source.title, instrument.source.publisher, instrument.source.symbol]
              .filter((part) => part !== undefined)
              .join('. '),
            instrument.source.language,
          ),
        },
      ],
    },
    about: [
      about(say('statusDocument.about.is')),
      about(say('statusDocument.about.isNot')),
      about(say('statusDocument.about.words')),
    ],
  }
}
