// Where a fact of a table stands: the place in the file, and which edition of the file it was.

/** What tells one edition of a file from another. */
export type Edition = {
  name: string
  /** Of the file as it was handed over, hex. */
  sha256: string
  /** The day on which it was received. */
  receivedOn: string
}

/** `row 5; figures.csv, SHA-256 0123456789abcdef…, received 2026-11-22`: whoever has the file finds the row again. */
export const locatorIn = (place: string, { name, sha256, receivedOn }: Edition): string =>
  `${place}; ${name}, SHA-256 ${sha256.slice(0, 16)}…, received ${receivedOn}`

/** The place alone, which is the same in every edition where the mapping names it so. */
export const placeOf = (locator: string): string =>
  locator.replace(/; [^;]*, SHA-256 [0-9a-f]{16}…, received \d{4}-\d\d-\d\d$/, '')
