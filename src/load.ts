// Loads what ships with Pacta into the store.
import type { Store } from './db/store.ts'

export const loadShipped = async (_store: Store, _progress: (text: string) => void): Promise<void> => {}
