import { expect, test } from 'vitest'
import { readFileSync } from 'node:fs'
import { engine } from '@humuus/workshop-engine'
test('x', () => { expect(engine.types.length).toBe(6); readFileSync(new URL('../package.json', import.meta.url)) ; process.exit })
