// The committees' words in their place, or the empty place for them.
import type { Comment } from '../../releases/release.ts'
import type { Commentary } from '../block.ts'
import { quoted } from '../run.ts'
import type { Speaker } from './speaker.ts'

/** On a place the last word in each language stands; earlier ones stay in the release. */
const standing = (comments: readonly Comment[]): Comment[] => [
  ...new Map(comments.map((one) => [one.language, one])).values(),
]

/** The frame for `comments`, those of one place. */
export const commentaryOf = ({ say, format }: Speaker, comments: readonly Comment[]): Commentary => ({
  kind: 'commentary',
  title: say('statusDocument.commentary'),
  empty: say('statusDocument.commentary.empty'),
  entries: standing(comments).map((comment) => ({
    runs: quoted(comment.text, comment.language),
    by: [
      ...quoted(comment.by, null),
      ...say('statusDocument.commentary.on', {
        date: format.date(comment.on),
        digest: comment.sha256.slice(0, 12),
      }),
      ...(comment.signatures.length > 0 ? say('statusDocument.commentary.signed') : []),
    ],
  })),
})
