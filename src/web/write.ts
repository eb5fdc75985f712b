// What is sent to an address: the same from a form as from a program, described once. A form's fields come from its page
// and are answered by a page (303); a program sends them as JSON, with a token, and gets JSON (docs/reference/api-tokens.md).
import { type OpenAPIHono, z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import type { TokenScope } from '../accounts/person.ts'
import { xlsxType } from '../formats/xlsx.ts'
import { type ProblemType, problemTypes } from '../problem.ts'
import { fieldsTaken } from './forms/posted.ts'
import { meanwhileSchema, problemSchema } from './schemas/problem.ts'

export type Write = {
  /** With its parameters in braces: `/enter/reports/{draft}/{section}`. */
  path: string
  summary: string
  /** What a token has to be made for. */
  scope: TokenScope
  /** The fields, as a program sends them; a name with dots may be nested. */
  fields: z.ZodObject
  /** A file is sent instead of fields, in the field of this name. */
  file?: string
  /** What the file is, where it is no workbook. */
  fileDescription?: string
  /** Whether it makes what was not there before (201). */
  creates?: boolean
  /** What comes back beside `location`; in place of it where nothing is gone on to. */
  gives?: z.ZodRawShape
  /** Whether `location` comes back. Default: yes. */
  goesOn?: boolean
  /** Refusals beside those of every write. */
  refusals?: readonly ProblemType[]
}

/** The revision that what is sent was filled from. */
export const revisionField = z.int().min(0).openapi({
  description:
    'The revision that what is sent was filled from. Where somebody has saved since, both versions come back (409)',
})

const refusalsOf = ({ path, refusals = [] }: Write): ProblemType[] => [
  'usage',
  'input-rejected',
  'cross-site-form',
  'form-too-large',
  'sign-in-needed',
  'not-permitted',
  'too-many-tries',
  ...(path.includes('{') ? ['not-found' as const] : []),
  ...refusals,
]

const describe = (app: OpenAPIHono, write: Write): void => {
  const {
    path,
    summary,
    scope,
    fields,
    file,
    fileDescription,
    creates = false,
    gives = {},
    goesOn = true,
  } = write
  const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!)
  const answer = z.object({
    ...(goesOn
      ? { location: z.string().openapi({ description: 'The address of the page on which it goes on' }) }
      : {}),
    ...gives,
  })
  const byStatus = Map.groupBy(refusalsOf(write), (type) => problemTypes[type].status)
  const content =
    file === undefined
      ? { 'application/json': { schema: fields } }
      : {
          'multipart/form-data': {
            schema: z.object({
              [file]: z.string().openapi({
                format: 'binary',
                description: fileDescription ?? `A workbook (${xlsxType})`,
                type: 'string',
              }),
            }),
          },
        }
  app.openAPIRegistry.registerPath({
    method: 'post',
    path,
    operationId: `write${path.replace(/[^a-zA-Z]+/g, '-').replace(/-$/, '')}`,
    summary,
    description: `A token for this has the scope "${scope}".`,
    'x-scope': scope,
    security: [{ bearer: [] }],
    request: {
      ...(names.length === 0
        ? {}
        : { params: z.object(Object.fromEntries(names.map((name) => [name, z.string()]))) }),
      body: { required: true, content },
    },
    responses: {
      [creates ? 201 : 200]: {
        description: creates ? 'It was made' : 'It was taken',
        content: { 'application/json': { schema: answer } },
      },
      303: { description: 'To a form of a page: where it goes on' },
      ...Object.fromEntries(
        [...byStatus].map(([status, types]) => [
          status,
          {
            description: types.map((type) => problemTypes[type].title).join('; '),
            content: {
              'application/problem+json': {
                schema: types.includes('changed-meanwhile') ? meanwhileSchema : problemSchema,
              },
            },
          },
        ]),
      ),
    },
  })
}

/** Takes what is sent to an address, and describes it. A program may send the fields described and no others. */
export const serveWrite = (
  app: OpenAPIHono,
  write: Write,
  take: (c: Context) => Response | Promise<Response>,
): void => {
  describe(app, write)
  const names = Object.keys(write.fields.shape)
  app.post(
    write.path.replace(/\{(\w+)\}/g, (_, name: string) => `:${name}`),
    (c) => {
      c.set(fieldsTaken, names)
      return take(c)
    },
  )
}

/** Says in the document how a program shows who it is. */
export const describeTokens = (app: OpenAPIHono): void => {
  app.openAPIRegistry.registerComponent('securitySchemes', 'bearer', {
    type: 'http',
    scheme: 'bearer',
    description: 'A personal token, made on the page /account/tokens',
  })
}
