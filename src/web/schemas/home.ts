// The shape of what the first page gives as data.
import { z } from '@hono/zod-openapi'
import { documentFields } from './documents.ts'
import { inWorld, text } from './parts.ts'

export const homeSchema = z
  .object({
    ...inWorld,
    documents: z.array(documentFields),
    treaty: z.object({ treaty: text, asOf: text, knownOn: text, parties: z.number() }).nullable(),
  })
  .openapi('Home')
