// What is written down of a fault of ours: enough to mend it, and no secret. A log is read by more people than the store,
// is copied more often, and is kept where nobody thinks of it.

/** Settings that hold a secret, or hold one within an address. */
const secretSettings = /SECRET|PASSWORD|TOKEN|_KEY$|^DATABASE_URL$|_URL$/

/** The secret parts of settings: the whole value, and the password within an address. */
const secretsIn = (environment: NodeJS.ProcessEnv): string[] =>
  Object.entries(environment)
    .filter(([name]) => secretSettings.test(name))
    .flatMap(([name, value = '']) => {
      const [, , password] = /^\w+:\/\/([^:@/]*):([^@]*)@/.exec(value) ?? []
      const within = password === undefined ? [] : [password, decoded(password)]
      return /_URL$/.test(name) ? within : [value]
    })
    .filter((secret) => secret.length >= 4)

const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

const cut = '…'

/**
 * Ids and names are said in full: a fault could not be found without them, and whoever knows one can do nothing with it.
 * A UUID; words and years with dashes between; a name of the code, which has few capitals.
 */
const isName = (run: string): boolean =>
  /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(run) ||
  /^(?:[a-z]+|\d{1,4})(?:[-_](?:[a-z]+|\d{1,4}))+$/.test(run) ||
  (/^[A-Za-z]+$/.test(run) && run.replace(/[a-z]/g, '').length <= run.length / 5)

/**
 * The text without what lets somebody in: passwords within addresses, what stands behind `Bearer`, in cookies and in
 * queries, the settings that are secret, and any long run of letters and digits, as one-time links and tokens are; of
 * these the first four signs stay.
 */
export const withoutSecrets = (text: string, environment: NodeJS.ProcessEnv = process.env): string =>
  secretsIn(environment)
    .reduce((words, secret) => words.replaceAll(secret, cut), text)
    .replace(/(\w+:\/\/)[^\s/@"']+@/g, `$1${cut}@`)
    .replace(/\b((?:set-)?cookie|authorization)(["']?\s*[:=]\s*)[^\n]+/gi, `$1$2${cut}`)
    .replace(/\b(Bearer|Basic)\s+\S+/gi, `$1 ${cut}`)
    .replace(
      /\b(password|passphrase|secret|token|code|otp|totp|state)(["']?\s*[:=]\s*["']?)[^\s"'&,;}]+/gi,
      `$1$2${cut}`,
    )
    .replace(/[A-Za-z0-9_-]{20,}/g, (run) => (isName(run) ? run : `${run.slice(0, 4)}${cut}`))

/** The path of an address, without what was asked and without one-time links. */
export const addressWithoutSecrets = (address: string): string =>
  withoutSecrets(address.split(/[?#]/)[0] ?? '')

type Told = {
  name?: unknown
  message?: unknown
  code?: unknown
  constraint?: unknown
  stack?: unknown
  cause?: unknown
}

/** Values stand in quotation marks in the words of databases and parsers: only what can be a name stays. */
const withoutValues = (message: string): string =>
  message.replace(/"([^"\n]*)"/g, (quoted, value: string) =>
    /^[a-z_][a-z_.]{0,62}$/.test(value) ? quoted : `"${cut}"`,
  )

const linesOf = (error: unknown, depth: number): string[] => {
  // A thrown text says nothing of where it came from, and may be anything.
  if (typeof error !== 'object' || error === null) return [withoutSecrets(withoutValues(String(error)))]
  const { name, message, code, constraint, stack, cause } = error as Told
  const said = withoutSecrets(withoutValues(String(message ?? '')))
  const marks = [code, constraint].filter((mark) => typeof mark === 'string' || typeof mark === 'number')
  // Of the stack the places alone: it begins with the message as it was, and other fields hold rows and what was typed.
  const places = typeof stack === 'string' ? stack.split('\n').filter((line) => /^\s+at /.test(line)) : []
  return [
    `${String(name ?? 'Error')}${marks.length === 0 ? '' : ` (${marks.join(', ')})`}: ${said}`,
    ...places.slice(0, 20),
    ...(cause === undefined || depth >= 3 ? [] : ['caused by', ...linesOf(cause, depth + 1)]),
  ]
}

/** A fault in words: what kind, where in the code, and what led to it. */
export const describeFault = (error: unknown): string => linesOf(error, 0).join('\n')

/** Writes a fault to standard error. `where`: the address asked for, or what was being done. */
export const reportFault = (error: unknown, where: string): void => {
  process.stderr.write(
    `${new Date().toISOString()} fault at ${addressWithoutSecrets(where)}\n${describeFault(error)}\n`,
  )
}
