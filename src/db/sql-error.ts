// An error PostgreSQL reported, with the same fields whichever engine ran the statement.

export type SqlError = Error & {
  /** SQLSTATE, such as 23505 for a unique violation. */
  code: string
  severity?: string
  detail?: string
  hint?: string
  constraint?: string
  table?: string
  column?: string
  schema?: string
  position?: string
}

// Field letters of ErrorResponse (PostgreSQL manual, "Error and Notice Message Fields").
const fieldNames: Record<string, string> = {
  S: 'severity',
  C: 'code',
  D: 'detail',
  H: 'hint',
  P: 'position',
  s: 'schema',
  t: 'table',
  c: 'column',
  n: 'constraint',
}

/** Makes the error from the fields of an ErrorResponse, keyed by their letter. */
export const sqlError = (fields: Map<string, string>): SqlError => {
  const error = new Error(fields.get('M') ?? 'The database reported an error') as SqlError
  error.name = 'SqlError'
  for (const [letter, name] of Object.entries(fieldNames)) {
    const value = fields.get(letter)
    if (value !== undefined) Object.assign(error, { [name]: value })
  }
  return error
}

/** Whether PostgreSQL reported this error; with `code`, whether it has this SQLSTATE. */
export const isSqlError = (error: unknown, code?: string): error is SqlError =>
  error instanceof Error &&
  typeof (error as SqlError).code === 'string' &&
  /^[0-9A-Z]{5}$/.test((error as SqlError).code) &&
  (code === undefined || (error as SqlError).code === code)
