// The status document of a release as a file: to read in a browser, to print, to edit further.
import { type OpenAPIHono, z } from '@hono/zod-openapi'
import {
  type DocumentFormat,
  documentFormats,
  mediaTypes,
  renderStatus,
} from '../../../documents/status/render.ts'
import { releaseId } from '../../../releases/release.ts'
import { ownPolicy } from '../../headers.ts'
import { type Html, html } from '../../html.ts'
import { idAsked } from '../../schemas/asked.ts'
import { problemSchema } from '../../schemas/problem.ts'
import type { Site } from '../../site.ts'
import type { ServedPage } from '../../twin.ts'
import { getReleaseShown } from './one.ts'

/** The languages a document can be made in; other languages of the interface get the English one. */
const documentLanguage = (site: Site): string => (site.language === 'mn' ? 'mn' : 'en')

const addressOfDocument = (site: Site, sha256: string, format: DocumentFormat): string =>
  `${site.root}/releases/${releaseId(sha256)}/status-${documentLanguage(site)}.${format}`

/** Links to the document in every form. */
export const documentLinks = (site: Site, sha256: string): Html =>
  html`${documentFormats.map((format, i) => html`${i === 0 ? '' : ' · '}<a href="${addressOfDocument(site, sha256, format)}">${format.toUpperCase()}</a>`)}`

const serveOne = (app: OpenAPIHono, site: Site, language: string, format: DocumentFormat): void => {
  app.openAPIRegistry.registerPath({
    method: 'get',
    path: `/releases/{id}/status-${language}.${format}`,
    operationId: `release-status-${language}-${format}`,
    summary: `The status document of a release: ${format.toUpperCase()}, ${language}`,
    request: { params: z.object({ id: idAsked }) },
    responses: {
      200: {
        description: 'The document',
        content: { [mediaTypes[format].split(';')[0]!]: { schema: z.string() } },
      },
      404: {
        description: 'No release of this name is held',
        content: { 'application/problem+json': { schema: problemSchema } },
      },
    },
  })
  app.get(`/releases/:id/status-${language}.${format}`, async (c) => {
    const release = await getReleaseShown(site, c.req.param('id'))
    const made = await renderStatus(release, { format, language })
    if (made.contentSecurityPolicy !== null) c.set(ownPolicy, made.contentSecurityPolicy)
    return c.body(Buffer.from(made.bytes), 200, {
      'content-type': made.mediaType,
      'content-disposition': `${format === 'docx' ? 'attachment' : 'inline'}; filename="${made.fileName}"`,
    })
  })
}

/** The document in each form and language, beside the release. */
export const releaseDocuments: readonly ServedPage[] = ['en', 'mn'].flatMap((language) =>
  documentFormats.map((format) => ({
    path: `/releases/{id}/status-${language}.${format}`,
    example: async (site: Site) => {
      const [release] = await site.data.listReleases()
      return release === undefined ? undefined : `/releases/${release.id}/status-${language}.${format}`
    },
    serve: (app: OpenAPIHono, site: Site) => serveOne(app, site, language, format),
  })),
)
