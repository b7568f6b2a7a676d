import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fromThisMachine } from './addresses.mjs'
import { readAdminWish } from './admin-wish.mjs'
import { openAdmins } from './admins.mjs'
import { buildWhatIsStale } from './build.mjs'
import { command } from './command.mjs'
import { chooseDataFolder } from './data-folder.mjs'
import { databaseToRead } from './database-to-read.mjs'
import { readEnvironment } from './environment.mjs'
import { installPackages } from './install.mjs'
import { Problem } from './problem.mjs'
import { say } from './say.mjs'
import { addKey } from './secrets.mjs'
import { insistOnService } from './service.mjs'

await command(async (session) => {
  const wish = readAdminWish(process.argv.slice(2))
  const environment = readEnvironment(process.env)
  if (wish === 'rotate-keys') return rotateKeys(environment)
  if (environment.databaseUrl !== null) await insistOnService('DATABASE_URL', environment.databaseUrl)
  await installPackages(session.interrupted)
  await buildWhatIsStale('launcher', session.interrupted)
  const admins = await openAdmins(await databaseToRead(environment, session))
  session.atEnd(() => admins[Symbol.asyncDispose]())
  if (wish === 'list') return list(await admins.list())
  const { host, port, serverSettings } = environment
  const home = serverSettings.PUBLIC_URL ?? fromThisMachine(host, port)
  say(
    'Whoever opens this link within an hour, while humuus runs, looks after this installation from then on. It works once.',
  )
  console.log(new URL(`/admin/claim#${await admins.newKey()}`, home).href)
  return 0
})

/** @param {readonly { name: string | null, email: string | null }[]} people */
function list(people) {
  if (people.length === 0)
    say('Nobody looks after this installation yet: npm run admin makes a link for the first one.')
  const width = Math.max(...people.map(({ name }) => name?.length ?? 1))
  for (const { name, email } of people) console.log(`${(name ?? '–').padEnd(width)}  ${email ?? '–'}`)
  return 0
}

/** @param {import('./environment.mjs').Environment} environment */
async function rotateKeys(environment) {
  if (environment.authSecret !== null)
    throw new Problem('AUTH_SECRET is set: put a new key in front of it there, with a comma between them')
  const dataFolder = chooseDataFolder(environment)
  if (!existsSync(join(dataFolder, 'secrets.json')))
    throw new Problem(
      `there are no keys in ${dataFolder} yet, the first start makes them: name another folder with HUMUUS_DATA`,
    )
  const isNew = await addKey(dataFolder)
  say(
    isNew
      ? 'A new key signs from the next start on: start humuus again. Nobody has to sign in anew.'
      : 'A new key waits already: it signs once humuus is started again.',
  )
  return 0
}
