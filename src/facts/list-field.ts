// A field that holds several texts, in the one text of a form or a cell: apart by ";", and as a JSON list where an entry has a
// semicolon in it itself.

/** The entries of a list as it is written; empty ones are left out. */
export const listTyped = (text: string | undefined): string[] => {
  const written = (text ?? '').trim()
  return (listInJson(written) ?? written.split(';'))
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '')
}

/** What begins like a list in JSON and is none is the text that it is. */
const listInJson = (written: string): string[] | undefined => {
  if (!written.startsWith('[')) return undefined
  try {
    const list: unknown = JSON.parse(written)
    return Array.isArray(list) && list.every((entry) => typeof entry === 'string') ? list : undefined
  } catch {
    return undefined
  }
}

/** Entries in one text, from which `listTyped` reads the same entries again. */
export const listText = (entries: readonly string[]): string => {
  const said = entries.map((entry) => entry.trim()).filter((entry) => entry !== '')
  const plain = said.join('; ')
  return said.some((entry) => entry.includes(';')) || listInJson(plain) !== undefined
    ? JSON.stringify(said)
    : plain
}
