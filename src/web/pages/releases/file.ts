// The file of a release, as anyone can verify it: the very bytes that `pacta release create --out` writes.
import { type OpenAPIHono, z } from '@hono/zod-openapi'
import { problem } from '../../../problem.ts'
import { idAsked } from '../../schemas/asked.ts'
import { problemSchema } from '../../schemas/problem.ts'
import type { Site } from '../../site.ts'
import type { ServedPage } from '../../twin.ts'
import { siteFor } from '../../viewer.ts'

const path = '/releases/{id}/file'
const params = z.object({ id: idAsked })

const serve = (app: OpenAPIHono, site: Site): void => {
  app.openAPIRegistry.registerPath({
    method: 'get',
    path,
    operationId: 'release-file',
    summary: 'The file of a release, canonical, with its signatures and commentary',
    request: { params },
    responses: {
      200: {
        description: 'The file (docs/reference/releases.md says what each field means)',
        content: { 'application/json': { schema: z.looseObject({ sha256: z.string() }) } },
      },
      404: {
        description: 'No release of this name is held',
        content: { 'application/problem+json': { schema: problemSchema } },
      },
    },
  })
  app.get('/releases/:id/file', async (c) => {
    const id = c.req.param('id')
    const file = await siteFor(c, site).data.findReleaseFile(id)
    if (file === undefined) throw problem('not-found', `No release is held under "${id}".`)
    return c.body(file, 200, {
      'content-type': 'application/json; charset=utf-8',
      'content-disposition': `attachment; filename="pacta-release-${id.slice(0, 12)}.json"`,
    })
  })
}

export const releaseFile: ServedPage = {
  path,
  isPart: true,
  example: async (site) => {
    const [release] = await site.data.listReleases()
    return release === undefined ? undefined : `/releases/${release.id}/file`
  },
  serve,
}
