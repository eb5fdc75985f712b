// The Mongolian catalogue.
import type { Catalogue } from '../catalogue.ts'

export const mongolian: Partial<Catalogue> = {}
