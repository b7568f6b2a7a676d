import { examine } from './examine.ts'
import type { Finding } from './finding.ts'
import { print, printSum } from './print.ts'
import { readSettings } from './settings.ts'

const all: Finding[] = []
for await (const examined of examine(readSettings(process.env))) {
  all.push(...examined.findings)
  console.log(print(examined))
}
console.log(`\n${printSum(all)}`)
process.exitCode = all.some(({ state }) => state === 'bad') ? 1 : 0
