// Where the reference data that ships with Pacta stands.
import { join } from 'node:path'

const root = join(import.meta.dirname, '..', '..')

/** The path of a file or folder of `reference/`. */
export const referencePath = (...parts: string[]): string => join(root, 'reference', ...parts)
