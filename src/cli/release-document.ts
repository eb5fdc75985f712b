// pacta release document: the status document or progress report of a release, from its file alone.
import { writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import {
  type DocumentFormat,
  documentFormats,
  type ReleaseDocument,
  releaseDocuments,
  renderDocument,
} from '../documents/render.ts'
import { problem } from '../problem.ts'
import { type Command, type CommandContext, textOption } from './command.ts'
import { oneFile } from './input.ts'
import { soundFile } from './release-target.ts'

const formatOf = (context: CommandContext): DocumentFormat => {
  const asked = textOption(context, 'format') ?? 'html'
  const format = documentFormats.find((one) => one === asked)
  if (format === undefined)
    throw problem('usage', `--format should be one of ${documentFormats.join(', ')}; it is "${asked}".`)
  return format
}

const documentOf = (context: CommandContext): ReleaseDocument | undefined => {
  const asked = textOption(context, 'form')
  const document = releaseDocuments.find((one) => one === asked)
  if (asked !== undefined && document === undefined)
    throw problem('usage', `--form should be one of ${releaseDocuments.join(', ')}; it is "${asked}".`)
  return document
}

const write = (path: string, bytes: Uint8Array): void => {
  try {
    writeFileSync(path, bytes)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === undefined) throw error
    throw problem(
      'usage',
      `${path} could not be written: the system says ${code}. Name another file with --out.`,
    )
  }
}

export const releaseDocument: Command = {
  name: 'release document',
  summary:
    'Makes a document of a release that holds, from its file alone: the status document of a plan under a treaty, the progress report of a promise.',
  usage: 'FILE [--form status|progress] [--format html|pdf|docx] [--language en|mn] [--out FILE]',
  example: 'pacta release document release.json --format pdf --language mn',
  options: {
    form: {
      type: 'string',
      describe: 'status or progress (default: progress where the plan stands under no treaty)',
    },
    format: { type: 'string', describe: 'html, pdf or docx (default: html)' },
    language: { type: 'string', describe: 'en or mn (default: en)' },
    out: { type: 'string', describe: 'the file to write (default: named after the release, in this folder)' },
  },
  run: async (context) => {
    const format = formatOf(context)
    const document = documentOf(context)
    const { release } = soundFile(oneFile(context), 'no document is made of it')
    const language = textOption(context, 'language') ?? 'en'
    const made = await renderDocument(release, { document, format, language })
    const path = resolve(textOption(context, 'out') ?? made.fileName)
    write(path, made.bytes)
    if (context.json)
      context.out(
        JSON.stringify(
          { file: path, bytes: made.bytes.length, sha256: release.sha256, missing: made.missing },
          null,
          2,
        ),
      )
    else {
      context.out(`${path}: ${Math.ceil(made.bytes.length / 1024)} kB`)
      if (made.missing.length > 0)
        context.out(
          `No font that ships has a shape for: ${made.missing.join(', ')}. They are printed as boxes, and the document says so.`,
        )
    }
    return 0
  },
}
