// The shape of what the first page gives as data.
import { z } from '@hono/zod-openapi'
import { documentFields } from './documents.ts'
import { inWorld } from './parts.ts'

export const homeSchema = z.object({ ...inWorld, documents: z.array(documentFields) }).openapi('Home')
