import { writeFileSync } from 'node:fs'
import { move, rehearsalOf, textsBelow } from '../support/migration.ts'

// Writes what the rehearsal of a move runs: what is generated for the company on MSK.
const [, , file = 'move.json'] = process.argv
writeFileSync(file, JSON.stringify(rehearsalOf(await move(textsBelow('test/migration/msk-company')))))
