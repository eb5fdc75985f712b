// A document of a release as a file: the status document of a plan under a treaty, or the progress report of a promise; HTML, PDF
// or DOCX, in a language of the interface.

import { canonicalText, sha256Of } from '../formats/canonical.ts'
import { problem } from '../problem.ts'
import { isBound } from '../releases/commentary.ts'
import { type Release, releaseId } from '../releases/release.ts'
import { findLanguage, missingKeys } from '../words/languages.ts'
import type { DocumentView } from './block.ts'
import { documentPolicy, htmlOf } from './html.ts'
import { progressDocument } from './progress/progress-document.ts'
import { setDocument } from './set.ts'
import { statusDocument } from './status/status-document.ts'

export const documentFormats = ['html', 'pdf', 'docx'] as const
export type DocumentFormat = (typeof documentFormats)[number]

/** What is told: how figures stand under a treaty, or what became of a promise in its own form. */
export const releaseDocuments = ['status', 'progress'] as const
export type ReleaseDocument = (typeof releaseDocuments)[number]

const written: Record<ReleaseDocument, (release: Release, language: string) => DocumentView> = {
  status: statusDocument,
  progress: progressDocument,
}

/** The document that is made of a release unless another is asked for: of what States promised beside treaties a progress report. */
export const documentFor = ({ payload }: Pick<Release, 'payload'>): ReleaseDocument =>
  payload.instrument.treaty === null ? 'progress' : 'status'

export type DocumentFile = {
  bytes: Uint8Array
  /** `pacta-status-2027-368e15fc9c5c.en.pdf` */
  fileName: string
  mediaType: string
  /** What a server says with it: the document's own style is allowed, nothing else. Null for a format without one. */
  contentSecurityPolicy: string | null
  /** Characters that the PDF prints as boxes, each with its number and script. */
  missing: string[]
}

/** What each form is sent as. */
export const mediaTypes: Record<DocumentFormat, string> = {
  html: 'text/html; charset=utf-8',
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
}

/** No committee is made to say what was not said of this release. */
const checkComments = (release: Release): void => {
  const foreign = release.commentary.filter((comment) => !isBound(release.sha256, comment))
  if (foreign.length > 0)
    throw problem(
      'input-rejected',
      `${foreign.length} of the comments beside the release ${foreign.length === 1 ? 'was' : 'were'} changed, or made for another release (by ${foreign.map(({ by, on }) => `${by}, ${on}`).join('; ')}). "pacta release verify" names what is wrong.`,
    )
}

/** Languages a document can be in: those whose words are complete. */
const checkLanguage = (code: string): void => {
  const language = findLanguage(code)
  if (language === undefined || missingKeys(language.catalogue).length > 0)
    throw problem('usage', `A document can be had in en (English) or mn (Mongolian), not in "${code}".`)
}

/** No document carries a digest that is not that of its figures. */
const checkDigest = (release: Release): void => {
  const digest = sha256Of(canonicalText(release.payload))
  if (digest !== release.sha256)
    throw problem(
      'input-rejected',
      `The release says its digest is ${release.sha256}, but its figures have the digest ${digest}: something in it was changed. "pacta release verify" says what.`,
    )
}

/**
 * A document of `release`, the one that fits its instrument unless `document` says which. Throws Problem `usage` for a
 * language without it, `input-rejected` where the digest is not that of the payload, `store-busy` where setting takes too
 * long.
 */
export const renderDocument = async (
  release: Release,
  {
    document = documentFor(release),
    format,
    language = 'en',
  }: { document?: ReleaseDocument | undefined; format: DocumentFormat; language?: string },
): Promise<DocumentFile> => {
  checkLanguage(language)
  checkDigest(release)
  checkComments(release)
  const view = written[document](release, language)
  const made =
    format === 'html'
      ? { bytes: new TextEncoder().encode(htmlOf(view)), missing: [] }
      : await setDocument(format, view)
  return {
    ...made,
    fileName: `pacta-${document}-${release.payload.year}-${releaseId(release.sha256)}.${language}.${format}`,
    mediaType: mediaTypes[format],
    contentSecurityPolicy: format === 'html' ? documentPolicy : null,
  }
}
