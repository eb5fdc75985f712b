// Where the search leads to a fact of Averland, of whose kind there are many or few.
import type { Kinds } from '../../src/facts/kind.ts'
import { factDocument } from '../../src/search/records.ts'

/** The address of a fact `f-1` of 1961, of a kind and with the id its file gave it. */
export const pathOfFact = (
  { kind, externalId }: { kind: string; externalId: string | null },
  kinds: Kinds,
  hasMany: boolean,
): string | undefined =>
  factDocument(
    {
      ...{ actor: 'XAA', id: 'f-1', kind, externalId, subject: null, held: '1961' },
      ...{ locator: null, quotation: null, language: null, entered: false, tier: 'public' },
      ...{ sourceTitle: null, sourcePublisher: null, body: {} },
    },
    {
      ...{ nameOf: (id) => id, parentOf: () => null, isState: () => true, hasMany: () => hasMany },
      shared: (_key, make) => make(),
    },
    kinds,
  )?.path
