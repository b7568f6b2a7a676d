import { readFile } from 'node:fs/promises'
import { expect, it } from 'vitest'

/** Everything that importing the module imports in turn, by name for packages and by address for files. */
async function imports(module: URL, seen = new Set<string>()): Promise<Set<string>> {
  seen.add(module.href)
  const source = await readFile(module, 'utf8')
  for (const [, name = ''] of source.matchAll(/^(?:import|export|\} from) ?(?:.* from )?'([^']+)'/gm)) {
    const file = new URL(name, module)
    if (!name.startsWith('.')) seen.add(name)
    else if (!seen.has(file.href)) await imports(file, seen)
  }
  return seen
}

it('the embedded database can be imported without loading Prisma', async () => {
  const packages = [...(await imports(new URL('index.ts', import.meta.url)))].filter(
    (name) => !name.startsWith('file:'),
  )
  expect(packages.filter((name) => !name.startsWith('node:'))).toEqual(['pg'])
})

it('and the walk that says so does find Prisma where it is', async () => {
  expect(await imports(new URL('../database.ts', import.meta.url))).toContain('@prisma/adapter-pg')
})
