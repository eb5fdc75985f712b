// Entries of a list as one form each: "Youth" and "youth", "armed forces" and "armed-forces" are one group, not two.

/** One form for all ways of writing an entry: without case, and each run of spaces, hyphens and underscores as one space. */
export const formOf = (entry: string): string =>
  entry
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\p{Pd}_]+/gu, ' ')
    .trim()

/** The same of a group's name, as in a list of groups: a full stop or another mark behind it is no part of it. */
export const formOfEntry = (entry: string): string => formOf(entry).replace(/[\s.,;:]+$/u, '')

/** Those of `entries` that differ by more than case, spaces, hyphens, underscores and marks at the end, each as it was first written. */
export const differentEntries = (entries: Iterable<string>): string[] => {
  const held = new Map<string, string>()
  for (const entry of entries) {
    const form = formOfEntry(entry)
    if (!held.has(form)) held.set(form, entry)
  }
  return [...held.values()]
}
