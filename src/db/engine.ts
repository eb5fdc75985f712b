// What a store must be able to do for the driver: lease one session of its database, run SQL on it, give it back.
// Three engines do it: embedded.ts (PGlite in a worker), through.ts (another process's PGlite), server.ts (pg).
import type { Room } from './room.ts'

/** The outcome of one statement. `command` is the first word of PostgreSQL's command tag: "SELECT", "ROLLBACK". */
export type Answer = { command: string; count: number; rows: Record<string, unknown>[] }

export type Lease = {
  /** Runs one statement; parameters in PostgreSQL's text form. */
  query: (sql: string, parameters: (string | null)[]) => Promise<Answer>
  /** Runs several statements without parameters, as one implicit transaction where none is open. */
  script: (sql: string) => Promise<void>
  /** Gives the session back, rolling back what was left open. */
  release: () => Promise<void>
}

export type Engine = {
  kind: 'embedded' | 'server' | 'through-server'
  /** Waits for a session of its own, in order of arrival, in the room named: its tables are found there. */
  lease: (room: Room) => Promise<Lease>
  close: () => Promise<void>
}
