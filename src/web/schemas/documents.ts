// The shapes of what the pages of source documents give as data.
import { z } from '@hono/zod-openapi'
import type { DocumentShown } from '../data/documents.ts'
import { inWorld, maybeText, sourceSchema, text } from './parts.ts'

export const documentFields = z.object({
  id: text,
  title: text,
  notice: maybeText,
  noticeIn: z.record(text, text),
  source: sourceSchema.nullable(),
  language: text,
  parts: z.array(
    z.object({
      number: maybeText,
      title: maybeText,
      topic: maybeText.openapi({
        description: 'What the sentences are about, where the text has no sections',
      }),
      promises: z.array(
        z.object({
          sentence: text.openapi({ description: 'Verbatim' }),
          language: text,
          became: z.array(
            z.object({
              kind: text,
              title: text,
              label: text,
              language: text,
              path: maybeText.openapi({ description: 'Where it stands on this site' }),
              indicator: maybeText,
            }),
          ),
        }),
      ),
    }),
  ),
}) satisfies z.ZodType<DocumentShown>

export const documentSchema = z.object({ ...inWorld, document: documentFields }).openapi('Document')
