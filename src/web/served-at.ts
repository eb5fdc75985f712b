// Where a running server is reached, left in the data folder for commands beside it, which print links.
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { makeRunFolder, runFolder } from '../db/lock.ts'

const fileIn = (dataDir: string): string => join(runFolder(dataDir), 'served-at.json')

/** Notes that this process serves at an address (`http://127.0.0.1:3000`); returns how to take the note away. */
export const noteServedAt = (dataDir: string, address: string): (() => void) => {
  makeRunFolder(dataDir)
  writeFileSync(fileIn(dataDir), JSON.stringify({ pid: process.pid, address }), { mode: 0o600 })
  return () => rmSync(fileIn(dataDir), { force: true })
}

const isRunning = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    // Somebody else's process is one that runs.
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** The address of the server that runs on a data folder; undefined where none does, or it left without taking the note away. */
export const findServedAt = (dataDir: string): string | undefined => {
  try {
    const { pid, address } = JSON.parse(readFileSync(fileIn(dataDir), 'utf8')) as {
      pid: number
      address: string
    }
    return isRunning(pid) && URL.canParse(address) ? address : undefined
  } catch {
    return undefined
  }
}

/** Whether an address leads to the machine it is opened on, and to no other. */
export const isLoopback = (address: string): boolean =>
  /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(new URL(address).hostname)
