import { Problem } from './problem.mjs'

/** How long the link is good. */
const lifeMs = 3_600_000

/**
 * Who looks after the installation with this database. Throws a `Problem` where that is older than this version.
 * @param {string} databaseUrl
 */
export async function openAdmins(databaseUrl) {
  // Only now: before this, the packages may not have been installed and built.
  const { accountStore, oneTimeKeyStore, openDatabase, pendingMigrations } = await import('@humuus/db')
  const db = openDatabase(databaseUrl, { max: 1 })
  const admins = {
    /** A key that makes whoever comes with it first an admin, within the hour. */
    newKey: () => oneTimeKeyStore(db).make({ purpose: 'admin', userId: null, details: {}, now: Date.now(), lifeMs }),
    list: () => accountStore(db).admins(),
    [Symbol.asyncDispose]: () => db.close(),
  }
  if ((await pendingMigrations(db)).length === 0) return admins
  await db.close()
  throw new Problem('the database is as an older version left it: start humuus once, then ask again')
}
