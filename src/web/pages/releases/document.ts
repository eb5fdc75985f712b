// The documents of a release as files: to read in a browser, to print, to edit further.
import { type OpenAPIHono, z } from '@hono/zod-openapi'
import {
  type DocumentFile,
  documentFormats,
  releaseDocuments as documents,
  mediaTypes,
  type ReleaseDocument,
  renderDocument,
} from '../../../documents/render.ts'
import { contentHash } from '../../../facts/datum.ts'
import { problem } from '../../../problem.ts'
import { type Release, releaseId } from '../../../releases/release.ts'
import { ownPolicy } from '../../headers.ts'
import { type Html, html } from '../../html.ts'
import { idAsked } from '../../schemas/asked.ts'
import { problemSchema } from '../../schemas/problem.ts'
import type { Site } from '../../site.ts'
import type { ServedPage } from '../../twin.ts'
import { siteFor } from '../../viewer.ts'
import { getReleaseShown } from './one.ts'

const documentLanguages = ['en', 'mn'] as const

/** The language to make a document in: that of the page where it can be had, else English. */
const documentLanguage = (site: Site): string =>
  documentLanguages.find((language) => language === site.language) ?? 'en'

const forms = documentLanguages.flatMap((language) =>
  documentFormats.map((format) => ({ name: `${language}.${format}`, language, format })),
)

/** Links to a document of a release in every form. */
export const documentLinks = (site: Site, sha256: string, document: ReleaseDocument): Html =>
  html`${forms
    .filter(({ language }) => language === documentLanguage(site))
    .map(
      ({ name, format }, i) =>
        html`${i === 0 ? '' : ' · '}<a href="${`${site.root}/releases/${releaseId(sha256)}/${document}/${name}`}">${format.toUpperCase()}</a>`,
    )}`

// What is frozen stays as it is, and so does its document until somebody adds a comment or a signature: the latest are
// kept, and who asks while one is being made waits for that one.
const made = new Map<string, Promise<DocumentFile>>()
const mostMade = 8

const documentOf = (
  release: Release,
  form: (typeof forms)[number],
  document: ReleaseDocument,
): Promise<DocumentFile> => {
  const { commentary, signatures, sha256 } = release
  const beside = contentHash([commentary, signatures])
  const key = `${sha256}/${beside}/${document}/${form.name}`
  const found =
    made.get(key) ?? renderDocument(release, { document, format: form.format, language: form.language })
  made.delete(key)
  made.set(key, found)
  found.catch(() => made.delete(key))
  for (const oldest of made.keys()) if (made.size > mostMade) made.delete(oldest)
  return found
}

const pathOf = (document: ReleaseDocument): string => `/releases/{id}/${document}/{form}`
const params = z.object({
  id: idAsked,
  form: z.enum(forms.map(({ name }) => name)).openapi({ description: 'Language and form of the document' }),
})

const called: Record<ReleaseDocument, string> = {
  status: 'The status document of a release',
  progress: 'The progress report that a release of a promise makes',
}

const serve = (document: ReleaseDocument) => (app: OpenAPIHono, site: Site) => {
  const path = pathOf(document)
  app.openAPIRegistry.registerPath({
    method: 'get',
    path,
    operationId: `release-${document}`,
    summary: `${called[document]}: HTML, PDF or DOCX, in English or Mongolian`,
    request: { params },
    responses: {
      200: {
        description: 'The document',
        content: Object.fromEntries(
          Object.values(mediaTypes).map((type) => [type.split(';')[0]!, { schema: z.string() }]),
        ),
      },
      404: {
        description: 'No release of this name is held, or no document of this form',
        content: { 'application/problem+json': { schema: problemSchema } },
      },
    },
  })
  app.get(`/releases/:id/${document}/:form`, async (c) => {
    const form = forms.find(({ name }) => name === c.req.param('form'))
    if (form === undefined)
      throw problem(
        'not-found',
        `It is had as ${forms.map(({ name }) => name).join(', ')}; "${c.req.param('form')}" is none of them.`,
      )
    const release = await getReleaseShown(siteFor(c, site), c.req.param('id'))
    const made = await documentOf(release, form, document)
    if (made.contentSecurityPolicy !== null) c.set(ownPolicy, made.contentSecurityPolicy)
    return c.body(Buffer.from(made.bytes), 200, {
      'content-type': made.mediaType,
      'content-disposition': `${form.format === 'docx' ? 'attachment' : 'inline'}; filename="${made.fileName}"`,
    })
  })
}

/** The documents in each form and language, beside the release. */
export const releaseDocuments: readonly ServedPage[] = documents.map((document) => ({
  path: pathOf(document),
  isPart: true,
  example: async (site) => {
    const [release] = await site.data.listReleases()
    return release === undefined ? undefined : `/releases/${release.id}/${document}/en.html`
  },
  serve: serve(document),
}))
