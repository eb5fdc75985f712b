// What a store must be able to do for the driver: lease one session of its database, run SQL on it, give it back.
// Three engines do it: embedded.ts (PGlite in a worker), through.ts (another process's PGlite), server.ts (pg).

export type World = 'register' | 'exercise'

/** Worlds are PostgreSQL schemas of the same name. */
export const worlds: readonly World[] = ['register', 'exercise']

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
  /** Waits for a session of its own, in order of arrival, with the world's schema as search path. */
  lease: (world: World) => Promise<Lease>
  close: () => Promise<void>
}
