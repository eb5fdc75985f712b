// npm run bench: every benchmark, one after the other, some ten minutes on two cores. They print ratios within one run and
// never fail by the clock. Those of values, imports and releases run on the server of DATABASE_URL where it is given, each
// in a database of its own, and say so. One alone: node bin/run.js bench/recompute.ts
await import('./recompute.ts')
await import('./late-edit.ts')
await import('./duties.ts')
await import('./implementation.ts')
await import('./import.ts')
await import('./import-tables.ts')
await import('./release.ts')
await import('./document.ts')
await import('./start.ts')
await import('./pages.ts')
