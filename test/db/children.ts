// Starts other-process.ts, or another script that talks in lines, and listens to it.
import { type ChildProcess, spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const otherProcess = fileURLToPath(new URL('./other-process.ts', import.meta.url))

export type Child = {
  process: ChildProcess
  lines: string[]
  errors: () => string
  /** Resolves with the first line that starts so; rejects when the process ends without one. */
  said: (start: string) => Promise<string>
  /** Resolves with the exit code, null after a signal, once all it said has arrived. */
  ended: Promise<number | null>
}

export const startProcess = (
  folder: string,
  mode: string,
  argument = '',
  script: string = otherProcess,
): Child => {
  const child = spawn(process.execPath, [script, folder, mode, argument], { stdio: ['pipe', 'pipe', 'pipe'] })
  const lines: string[] = []
  const listeners = new Set<() => void>()
  let rest = ''
  let errors = ''
  let over = false
  const wake = () => {
    for (const listener of listeners) listener()
  }
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    const parts = (rest + text).split('\n')
    rest = parts.pop()!
    lines.push(...parts)
    wake()
  })
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    errors += text
  })
  child.stdin.on('error', () => {}) // killed while we write
  const ended = new Promise<number | null>((resolve) => {
    child.on('close', (code) => {
      over = true
      wake()
      resolve(code)
    })
  })
  const said = (start: string) =>
    new Promise<string>((resolve, reject) => {
      const look = () => {
        const line = lines.find((one) => one.startsWith(start))
        if (line === undefined && !over) return
        listeners.delete(look)
        if (line === undefined)
          reject(new Error(`It ended without saying "${start}": ${lines.join(' | ')} ${errors}`))
        else resolve(line)
      }
      listeners.add(look)
      look()
    })
  return { process: child, lines, errors: () => errors, said, ended }
}
