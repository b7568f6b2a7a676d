import { test } from 'vitest'
import { smallRepository } from './testing/small-repository.ts'
import { launch } from './testing/launcher.ts'
import { scratchFolder, freePort, listener } from './testing/scratch.ts'
import { readFileSync } from 'node:fs'
test('x', async () => {
  await using repo = smallRepository()
  using data = scratchFolder()
  await using db = await listener()
  const port = await freePort()
  const env = { PORT: String(port), HUMUUS_DATA: data.path, DATABASE_URL: `postgresql://u:geheim@127.0.0.1:${db.port}/x` }
  {
  await using l = launch(repo.folder + '/tools/start/src/start.mjs', env)
  await l.prints('Ctrl-C')
  console.log(l.printed())
  console.log(await (await fetch(`http://127.0.0.1:${port}/`)).text())
  l.process.kill('SIGINT'); console.log(await l.ended); console.log(l.printed())
  }
  const t = Date.now()
  await using l = launch(repo.folder + '/tools/start/src/start.mjs', env)
  await l.prints('Ctrl-C')
  console.log(Date.now() - t)
  console.log(l.printed())
  await fetch(`http://127.0.0.1:${port}/die`).catch(() => {})
  await l.prints('again'); 
  l.process.kill('SIGKILL'); console.log(await l.ended); console.log(l.printed())
  await new Promise(r => setTimeout(r, 500))
  console.log(readFileSync(data.path + '/journal', 'utf8'))
}, 60000)
