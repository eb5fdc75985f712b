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

/** Each party of `instruments` that is held nowhere, by file and line, with what to do. `added`: ids of actors added to the store. */
export const partiesHeldNowhere = (
  instruments: readonly Pick<ShippedInstrument, 'file' | 'parties'>[],
  added: ReadonlySet<string> = new Set(),
): Issue[] =>
  instruments.flatMap(({ file, parties }) =>
    parties.flatMap(({ name, actor }, index): Issue[] => {
      if (actor !== undefined && (shippedActorIds().has(actor) || added.has(actor))) return []
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
            'the id of an actor held ("pacta actors list" has them); for a new one write a file with the columns actor_id, kind, parent, name_en, source, and "pacta actors import FILE --world register" or "--world exercise"',
          ...(actor === undefined ? {} : { found: actor }),
        },
      ]
    }),
  )
