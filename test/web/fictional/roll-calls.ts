// One recorded vote of fictional States.
import type { RollCallData } from '../../../src/web/data/roll-calls.ts'

export const rollCallId = 'roll-call-17'

export const rollCallData = (): RollCallData => ({
  newestRollCall: async () => rollCallId,
  findRollCall: async (id) =>
    id !== rollCallId
      ? undefined
      : {
          id,
          title: 'Lighthouses <of> the Low Islands',
          symbol: 'A/RES/99/1',
          session: 99,
          part: null,
          held: '2026-12-03',
          counts: { yes: 2, no: 1, abstain: 0 },
          voters: {
            yes: [{ actor: 'XAA', name: 'Averland' }],
            no: [{ actor: 'XAB', name: 'Belmora' }],
            abstain: [],
          },
          locator: 'roll call 17',
          source: {
            title: 'Fictional table of votes',
            address: 'https://league.example/votes',
            publisher: 'Fictional League',
            date: null,
          },
          entered: false,
        },
})
