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
      .object({
        act: text,
        kind: text,
        roles: z.array(text),
        owners: z.array(text),
        ways: z.array(z.object({ roles: z.array(text), owners: z.array(text) })),
      })
      .optional()
      .openapi({ description: 'Where something is not permitted: the act, and the roles that may' }),
  })
  .openapi('Problem')

/** What a program is told where somebody else was first: what it sent, and what is kept. */
export const meanwhileSchema = problemSchema
  .extend({
    revision: z.number().optional().openapi({
      description: 'The revision kept now; send it again with this one to put yours in its place',
    }),
    differences: z
      .array(
        z.object({
          field: text.openapi({ description: 'Name of the field' }),
          now: text.openapi({ description: 'What is kept of it' }),
          sent: text.openapi({ description: 'What was sent for it' }),
        }),
      )
      .optional()
      .openapi({ description: 'Every field in which the two versions differ' }),
  })
  .openapi('ChangedMeanwhile')
