// Looks over what Pacta is built on: `npm run audit`. What the lock file and node_modules show is always checked; known
// weaknesses are asked of the registry where it answers such questions, and where it does not, that is said.
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { checkInstalled, checkLock, checkManifest, type Exceptions, readAdvice } from './dependency-rules.ts'

/** Nothing is excepted without a reason. */
export const exceptions: Exceptions = {
  installScripts: {},
  licences: {
    duck: { is: 'BSD-2-Clause', reason: 'package.json says "BSD"; its LICENSE has the two clauses' },
  },
}

const read = (path: string) => JSON.parse(readFileSync(path, 'utf8'))

/** All that is wrong in the folder of a package, from its files alone. */
export const checkFolder = (folder: string): string[] => {
  const lock = read(join(folder, 'package-lock.json'))
  return [
    ...checkManifest(read(join(folder, 'package.json'))),
    ...checkLock(lock, exceptions),
    ...checkInstalled(lock, exceptions, (path) => {
      const manifest = join(folder, path, 'package.json')
      return existsSync(manifest) ? read(manifest) : undefined
    }),
  ]
}

if (process.argv[1]?.endsWith('audit-dependencies.ts')) {
  const wrong = checkFolder('.')
  for (const line of wrong) console.error(`wrong        ${line}`)
  if (wrong.length === 0)
    console.log('held         pinned by digest, exact versions, no install scripts, licences on the list')
  const audit = spawnSync('npm', ['audit', '--omit=dev', '--audit-level=high', '--json'], {
    encoding: 'utf8',
    shell: process.platform === 'win32',
  })
  const advice = readAdvice(audit.stdout ?? '')
  if (advice.is === 'none')
    console.log('held         no package in use has a known weakness of level high or critical')
  if (advice.is === 'found')
    for (const one of advice.packages) console.error(`weak         ${one}: see npm audit --omit=dev`)
  if (advice.is === 'not checked') console.log(`not checked  known weaknesses: ${advice.why}`)
  process.exitCode = wrong.length > 0 || advice.is === 'found' ? 1 : 0
}
