// The commands, in the order the overview lists them.
import type { Command } from './command.ts'

export const commands: Command[] = []
