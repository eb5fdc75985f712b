// A link as a command prints it: whole, where the origin is known.
import { readConfig } from '../config.ts'

/** The path, and the whole address where PACTA_ORIGIN says where the installation is reached. */
export const linkWords = (path: string): { path: string; link: string | null } => {
  const { origin } = readConfig()
  return { path, link: origin === undefined ? null : `${origin}${path}` }
}
