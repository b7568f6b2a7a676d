import { access, constants, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { bad, type Finding, good, off } from '../finding.ts'

/** Where this machine keeps what must outlive a restart. */
export async function dataFolder({ dataFolder: folder }: { dataFolder: string | null }): Promise<Finding[]> {
  if (folder === null) return [off('HUMUUS_DATA is not set: nothing is kept on this machine')]
  const isThere = await access(folder, constants.R_OK | constants.W_OK | constants.X_OK).then(
    () => true,
    () => false,
  )
  if (!isThere)
    return [
      bad(`${folder} cannot be read and written`, 'give it to whoever runs humuus, or choose another with HUMUUS_DATA'),
    ]
  const secrets = join(folder, 'secrets.json')
  const found = await stat(secrets).catch(() => null)
  if (found === null) return [good(`${folder} can be used`)]
  const isOpen = (found.mode & 0o077) !== 0
  return [
    good(`${folder} can be used`),
    isOpen
      ? bad('others on this machine can read the secrets', `chmod 600 ${secrets}`)
      : good('nobody else can read the secrets'),
  ]
}
