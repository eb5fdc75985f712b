// Parties of an instrument in a folder that no actor is held for: what they promised could be approved and frozen by nobody.
import { readFileSync } from 'node:fs'
import type { ShippedInstrument } from '../instruments/read.ts'
import { shippedActorIds } from '../parties/actor.ts'
import type { Issue } from '../problem.ts'

/** The line on which a party's actor, or where it has none its name, is written; undefined where it stands otherwise. */
const lineOf = (file: string, written: string): number | undefined => {
  const at = readFileSync(file, 'utf8')
    .split('\n')
    .findIndex((line) => /\b(actor|name):/.test(line) && line.includes(written))
  return at === -1 ? undefined : at + 1
}

/** Each party of `instruments` that is held nowhere, by file and line, with what to do. */
export const partiesHeldNowhere = (
  instruments: readonly Pick<ShippedInstrument, 'file' | 'parties'>[],
): Issue[] =>
  instruments.flatMap(({ file, parties }) =>
    parties.flatMap(({ name, actor }, index): Issue[] => {
      if (actor !== undefined && shippedActorIds().has(actor)) return []
      return [
        {
          ...{
            file,
            line: lineOf(file, actor ?? name),
            path: `parties.${index}${actor === undefined ? '' : '.actor'}`,
          },
          message:
            actor === undefined
              ? `no actor is named for "${name}": nobody can write for it or approve for it, and no release can be frozen`
              : `no actor "${actor}" is held in the register or the exercise: nobody can write for "${name}" or approve for it, and no release can be frozen`,
          expected:
            'the id of an actor held; for a new one write it into reference/actors-other.csv first (id, kind, parent, name, source)',
          ...(actor === undefined ? {} : { found: actor }),
        },
      ]
    }),
  )
