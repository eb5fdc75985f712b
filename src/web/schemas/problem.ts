// Refusals as problem details (RFC 9457).
import { z } from '@hono/zod-openapi'

const text = z.string()

export const problemSchema = z
  .object({
    type: text,
    title: text,
    status: z.number(),
    detail: text,
    issues: z.array(
      z.object({
        file: text.optional(),
        line: z.number().optional(),
        cell: text.optional(),
        path: text.optional(),
        message: text,
        expected: text.optional(),
        found: text.optional(),
      }),
    ),
    needs: z
      .object({ act: text, kind: text, roles: z.array(text), owners: z.array(text) })
      .optional()
      .openapi({ description: 'Where something is not permitted: the act, and the roles that may' }),
  })
  .openapi('Problem')
