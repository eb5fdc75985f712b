// npm run bench: every benchmark, one after the other. They print ratios within one run and never fail by the clock.
await import('./recompute.ts')
await import('./late-edit.ts')
await import('./start.ts')
await import('./pages.ts')
