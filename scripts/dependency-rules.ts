// What every package Pacta is built on has to hold, as can be seen from the lock file and from what is installed, without
// asking anybody.

/** An entry of package-lock.json (version 3), as far as it is read. */
export type Locked = {
  version?: string
  integrity?: string
  resolved?: string
  license?: string
  dev?: boolean
  link?: boolean
  hasInstallScript?: boolean
}
export type LockFile = { lockfileVersion: number; packages: Record<string, Locked> }
export type Manifest = {
  name?: string
  version?: string
  dependencies?: Record<string, string>
  devDependencies?: Record<string, string>
  optionalDependencies?: Record<string, string>
  scripts?: Record<string, string>
}

/** Exceptions, each with its reason; the key is a package's name. One that nothing needs any more is refused. */
export type Exceptions = {
  /** Packages that may run a script when they are installed. */
  installScripts: Record<string, string>
  /** Packages whose licence is written as no SPDX expression: what was read in its licence file. */
  licences: Record<string, { is: string; reason: string }>
}

/** Licences under which Pacta (Apache-2.0) can be passed on with what it is built on. */
export const allowedLicences: readonly string[] = [
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC0-1.0',
  'ISC',
  'MIT',
  'MIT-0',
  // Fonts; they are passed on as they are.
  'OFL-1.1',
  // Binds the files it stands over, which are passed on as they are.
  'MPL-2.0',
  'Unlicense',
  'Zlib',
]

/** Whether an SPDX expression of licences with AND, OR and brackets can be met with the allowed ones. */
export const isAllowed = (expression: string, allowed: readonly string[] = allowedLicences): boolean => {
  const tokens = expression.match(/\(|\)|[^\s()]+/g) ?? []
  let at = 0
  // No licence, or words that are no expression.
  let isSound = tokens.length > 0
  const one = (): boolean => {
    const token = tokens[at++]
    if (token !== '(') return token !== undefined && allowed.includes(token)
    const inner = any()
    isSound &&= tokens[at++] === ')'
    return inner
  }
  const all = (): boolean => {
    let holds = one()
    while (tokens[at] === 'AND') {
      at += 1
      holds = one() && holds
    }
    return holds
  }
  const any = (): boolean => {
    let holds = all()
    while (tokens[at] === 'OR') {
      at += 1
      holds = all() || holds
    }
    return holds
  }
  const holds = any()
  return isSound && holds && at === tokens.length
}

/** 'node_modules/a/node_modules/@b/c' is '@b/c'. */
export const packageName = (path: string): string => path.split('node_modules/').at(-1) ?? path

/** What is wrong in a package.json: a version that is not exact lets another package in tomorrow. */
export const checkManifest = (manifest: Manifest): string[] =>
  (['dependencies', 'devDependencies', 'optionalDependencies'] as const).flatMap((group) =>
    Object.entries(manifest[group] ?? {})
      .filter(([, version]) => !/^\d+\.\d+\.\d+(?:-[0-9A-Za-z.-]+)?$/.test(version))
      .map(([name, version]) => `${name} in ${group} is "${version}": name one exact version`),
  )

/** What is wrong in a lock file, with the lock's own root entry left out. */
export const checkLock = (lock: LockFile, exceptions: Exceptions): string[] => {
  if (lock.lockfileVersion !== 3) return [`package-lock.json has version ${lock.lockfileVersion}, not 3`]
  const packages = Object.entries(lock.packages).filter(([path]) => path !== '')
  const wrong = packages.flatMap(([path, locked]) => {
    const name = packageName(path)
    const found: string[] = []
    if (locked.link === true) found.push(`${path} is a link to a folder`)
    else if (!/^sha512-[A-Za-z0-9+/]{86}==$/.test(locked.integrity ?? ''))
      found.push(`${path} is not pinned by a SHA-512 digest`)
    if (locked.resolved !== undefined && !/^https:\/\//.test(locked.resolved))
      found.push(`${path} comes from ${locked.resolved}, not from a registry over HTTPS`)
    if (locked.hasInstallScript === true && exceptions.installScripts[name] === undefined)
      found.push(`${path} runs a script when it is installed`)
    const licence = exceptions.licences[name]?.is ?? locked.license ?? ''
    if (!isAllowed(licence))
      found.push(`${path} has the licence "${licence || 'none named'}", which is not on the list`)
    return found
  })
  const names = new Set(packages.map(([path]) => packageName(path)))
  const idle = [...Object.keys(exceptions.installScripts), ...Object.keys(exceptions.licences)]
    .filter((name) => !names.has(name))
    .map((name) => `${name} is excepted, and nothing needs it any more`)
  return [...wrong, ...idle]
}

const installSteps = ['preinstall', 'install', 'postinstall']

/**
 * What is wrong in what is installed beside a lock file. `find` gives the package.json at a path of the lock, undefined
 * where it is not installed (a package for another system). The lock file's word is not taken for scripts.
 */
export const checkInstalled = (
  lock: LockFile,
  exceptions: Exceptions,
  find: (path: string) => Manifest | undefined,
): string[] =>
  Object.entries(lock.packages).flatMap(([path, locked]) => {
    const manifest = path === '' ? undefined : find(path)
    if (manifest === undefined) return []
    const found: string[] = []
    if (manifest.version !== locked.version)
      found.push(`${path} is installed as ${manifest.version}, and locked as ${locked.version}`)
    const steps = installSteps.filter((step) => manifest.scripts?.[step] !== undefined)
    if (steps.length > 0 && exceptions.installScripts[packageName(path)] === undefined)
      found.push(`${path} has the script ${steps.join(', ')}, which runs when it is installed`)
    return found
  })

/** What a registry said of known weaknesses: none of the level asked for, these, or nothing. */
export type Advice = { is: 'none' } | { is: 'found'; packages: string[] } | { is: 'not checked'; why: string }

/** Reads what `npm audit --json` printed. */
export const readAdvice = (printed: string): Advice => {
  let told: {
    message?: string
    error?: { summary?: string }
    metadata?: unknown
    vulnerabilities?: Record<string, { severity?: string; range?: string }>
  }
  try {
    told = JSON.parse(printed)
  } catch {
    return { is: 'not checked', why: 'npm audit printed nothing that can be read' }
  }
  if (told.vulnerabilities === undefined || told.metadata === undefined)
    return {
      is: 'not checked',
      why: (told.error?.summary || told.message || 'the registry did not answer').replace(
        /https?:\/\/\S+/g,
        'the registry',
      ),
    }
  const grave = Object.entries(told.vulnerabilities)
    .filter(([, { severity }]) => severity === 'high' || severity === 'critical')
    .map(([name, { severity, range }]) => `${name} ${range ?? ''} (${severity})`)
  return grave.length === 0 ? { is: 'none' } : { is: 'found', packages: grave }
}
