// Where the page of an actor's multilateral cooperation stands, and its versions.

/** The page itself; with the digest of a version, that one. */
export const pagePath = (actor: string, sha256?: string): string =>
  `/ministries/${actor}/cooperation${sha256 === undefined ? '' : `/${sha256.slice(0, 12)}`}`
