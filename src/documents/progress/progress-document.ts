// The progress report of a promise: from the file of a release alone, in the form the promise itself has.
import { judgedOf } from '../../releases/judged.ts'
import { type Release, releaseId } from '../../releases/release.ts'
import { type Block, type DocumentView, heading, paragraph, type Run } from '../block.ts'
import { joinRuns, quoted, said } from '../run.ts'
import { noticesOf } from '../status/cover.ts'
import { frameOf } from '../status/frame.ts'
import { readingOf } from '../status/reading.ts'
import { type Sources, sourcesOf } from '../status/sources.ts'
import { createSpeaker, type Speaker } from '../status/speaker.ts'
import { glanceBlocks } from './glance.ts'
import { partBlocks } from './parts.ts'
import { commentBlocks } from './targets.ts'
import { workReadingOf } from './work-reading.ts'
import type { Writer } from './writer.ts'

const coverOf = (speaker: Speaker, release: Release): DocumentView['cover'] => {
  const { say, format, nameOf } = speaker
  const { payload, sha256 } = release
  const { instrument } = payload
  const fact = (label: Parameters<typeof say>[0], value: Run[]) => ({ label: say(label), value })
  const about = (key: Parameters<typeof say>[0]) => paragraph('note', say(key))
  return {
    notices: noticesOf(speaker, release),
    kicker: say('progressReport.title'),
    title: quoted(instrument.title, instrument.source.language),
    subtitle: say('progressReport.subtitle', { year: payload.year }),
    facts: {
      kind: 'facts',
      rows: [
        fact(
          'progressReport.parties',
          instrument.parties.length === 0
            ? say('progressReport.notSaid')
            : joinRuns(instrument.parties.map(nameOf), '; '),
        ),
        fact('progressReport.approved', say('progressReport.approved.where')),
        fact('statusDocument.asOf', [{ text: format.date(payload.asOf) }]),
        fact('statusDocument.knownOn', [{ text: format.date(payload.knownOn) }]),
        fact('statusDocument.release', [{ text: releaseId(sha256), strong: true }]),
        fact('statusDocument.digest', [{ text: sha256 }]),
        fact(
          'progressReport.text',
          quoted(
            [instrument.source.title, instrument.source.publisher, instrument.source.symbol]
              .filter((part) => part !== undefined)
              .join('. '),
            instrument.source.language,
          ),
        ),
      ],
    },
    about: [
      about('progressReport.about.is'),
      about('progressReport.about.isNot'),
      about('progressReport.about.words'),
    ],
  }
}

const checkBlocks = ({ speaker }: Writer, release: Release): Block[] => {
  const { say, text } = speaker
  return [
    { ...heading(1, say('progressReport.check')), samePage: true },
    paragraph('body', say('progressReport.check.lead')),
    {
      kind: 'facts',
      rows: [
        {
          label: say('statusDocument.verify.command'),
          value: [{ text: `pacta release verify pacta-release-${releaseId(release.sha256)}.json` }],
        },
        { label: say('statusDocument.digest'), value: [{ text: release.sha256 }] },
        {
          label: say('statusDocument.signatures'),
          value:
            release.signatures.length === 0
              ? said(text('statusDocument.signatures.none'))
              : joinRuns(
                  release.signatures.map(({ alg, key }) => [{ text: `${alg} ${key}` }]),
                  '; ',
                ),
        },
      ],
    },
  ]
}

/** What a progress report says, block by block, with who speaks in it. */
export const progressBlocks = (release: Release, language: string): { speaker: Speaker; blocks: Block[] } => {
  const { payload } = release
  const speaker = createSpeaker(payload, language)
  const judged = judgedOf(payload)
  const work = workReadingOf(payload, speaker, judged)
  const asked = { prefix: 'S', title: 'progressReport.sources', withWork: true } as const
  const reading = readingOf(payload)
  const comments = release.commentary
  const whole = comments.filter(({ indicator, section }) => indicator === null && section === null)
  const bodyWith = (sources: Sources): Block[] => {
    const writer: Writer = { speaker, reading, work, sources, judged }
    return [
      ...glanceBlocks(writer),
      ...partBlocks(writer, comments),
      ...(whole.length === 0
        ? []
        : [heading(1, speaker.say('statusDocument.commentary.whole')), ...commentBlocks(writer, whole)]),
      ...checkBlocks(writer, release),
    ]
  }
  // Written once to learn what it cites, and once with those numbered alone.
  const citedTimes = new Map<string, number>()
  const all = sourcesOf(payload, speaker, asked)
  bodyWith({
    ...all,
    numberOf: (source) => {
      if (all.numberOf(source) !== undefined) citedTimes.set(source, (citedTimes.get(source) ?? 0) + 1)
      return all.numberOf(source)
    },
  })
  const sources = sourcesOf(payload, speaker, { ...asked, citedTimes })
  return { speaker, blocks: [...bodyWith(sources), ...sources.annex] }
}

/** `release` as a progress report in `language`, one of the interface's. */
export const progressDocument = (release: Release, language: string): DocumentView => {
  const { speaker, blocks } = progressBlocks(release, language)
  const cover = coverOf(speaker, release)
  const called = { title: 'progressReport.title', about: 'progressReport.about.is' } as const
  return { ...frameOf(speaker, release, { ...called, cover, language }), blocks }
}
