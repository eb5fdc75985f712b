// pacta release comment: a committee's words beside a release.

import { decodeText } from '../formats/text.ts'
import { problem } from '../problem.ts'
import { commentText, makeComment, type NewComment } from '../releases/commentary.ts'
import type { Comment, Release } from '../releases/release.ts'
import { signText } from '../releases/sign.ts'
import { addCommentary } from '../releases/store.ts'
import { type Command, type CommandContext, textOption } from './command.ts'
import { readInput } from './input.ts'
import { keyOf } from './release-sign.ts'
import { onlyTarget, rewrite, soundFile } from './release-target.ts'
import { worldOption } from './world.ts'

const required = (context: CommandContext, name: string, what: string): string => {
  const text = textOption(context, name)
  if (text === undefined) throw problem('usage', `Say ${what}: --${name} ….`)
  return text
}

const givenIn = (context: CommandContext): NewComment => {
  const by = required(context, 'by', 'by whom it is')
  const on = required(context, 'on', 'of which day it is')
  const { name, bytes } = readInput(required(context, 'text-file', 'which file has the words'))
  return {
    indicator: textOption(context, 'indicator'),
    section: textOption(context, 'section'),
    language: textOption(context, 'language'),
    text: decodeText(bytes, name),
    by,
    on,
  }
}

export const releaseComment: Command = {
  name: 'release comment',
  summary: 'Adds words beside a release, on an indicator, a section or the whole; its digest stays as it is.',
  usage:
    'FILE|ID [--indicator NUMBER | --section NUMBER] --text-file FILE --by WHO --on DATE [--language TAG] [--key FILE] [--world NAME]',
  example:
    'pacta release comment release.json --indicator 7.1 --text-file comment.txt --by "Committee on Cooperative Compliance" --on 2027-11-25',
  options: {
    indicator: { type: 'string', describe: 'the number of the indicator it is about' },
    section: { type: 'string', describe: 'the number or heading of the section it is about' },
    'text-file': { type: 'string', describe: 'a text file with the words' },
    by: { type: 'string', describe: 'who says it' },
    on: { type: 'string', describe: 'the day it is of' },
    language: { type: 'string', describe: 'the language of the words (default: en)' },
    key: { type: 'string', describe: 'the file of a private key to sign it with' },
    ...worldOption,
  },
  run: async (context) => {
    const given = givenIn(context)
    const keyPath = textOption(context, 'key')
    const key = keyPath === undefined ? undefined : keyOf(keyPath)
    const signed = (release: Release, comment: Comment): Comment =>
      key === undefined
        ? comment
        : { ...comment, signatures: [signText(commentText(release.sha256, comment), key)] }
    const target = await onlyTarget(context)
    const added =
      'id' in target
        ? await addCommentary(target.db, target.id, given, { agent: 'pacta release comment', sign: signed })
        : addToFile(target.file, given, signed)
    const { comment, outcome } = added
    if (context.json) context.out(JSON.stringify(added, null, 2))
    else {
      const place =
        comment.indicator !== null
          ? `indicator ${comment.indicator}`
          : comment.section !== null
            ? `section "${comment.section}"`
            : 'the whole'
      context.out(
        outcome === 'stored'
          ? `Comment on ${place} added, by ${comment.by}, ${comment.on}.`
          : `This comment on ${place} was there already.`,
      )
    }
    return 0
  },
}

const addToFile = (
  path: string,
  given: NewComment,
  sign: (release: Release, comment: Comment) => Comment,
): { comment: Comment; outcome: 'stored' | 'unchanged' } => {
  const read = soundFile(path, 'no words are added beside it')
  const comment = sign(read.release, makeComment(read.release, given))
  const isHeld = read.release.commentary.some(
    (one) => one.sha256 === comment.sha256 && one.signatures.length >= comment.signatures.length,
  )
  if (isHeld) return { comment, outcome: 'unchanged' }
  rewrite(path, read, { commentary: [...read.release.commentary, comment] })
  return { comment, outcome: 'stored' }
}
