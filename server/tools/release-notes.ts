import { readFileSync } from 'node:fs'

// Prints what the changelog says of a version; fails where package.json is of another, or the changelog has nothing.
const [wanted] = process.argv.slice(2)
const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string }
const notes = readFileSync('CHANGELOG.md', 'utf8')
  .split(/^## /m)
  .find(section => section.split(/\s/)[0] === wanted)
  ?.replace(/^.*\n/, '')
  .trim()
if (wanted !== version || !notes) {
  console.error(`usage: node server/tools/release-notes.ts ${version}; CHANGELOG.md has to have that version`)
  process.exitCode = 1
} else console.log(notes)
