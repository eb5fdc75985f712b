#!/usr/bin/env node
// Runs a TypeScript script of this project: node bin/run.js scripts/check.ts [args]
import { resolve } from 'node:path'
import { launch } from './launch.js'

const [script, ...args] = process.argv.slice(2)
await launch(resolve(script), args)
