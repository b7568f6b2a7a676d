import { openStorage, readStorageSettings } from '@humuus/files'
import { bad, type Finding, good } from '../finding.ts'

/** Where files are kept: that a few bytes can be written there, read and removed. `env`: the settings, as server and worker read them. */
export async function storage(env: NodeJS.ProcessEnv): Promise<Finding[]> {
  const settings = readStorageSettings(env)
  const place = 'dir' in settings ? settings.dir : `the bucket ${settings.s3.bucket}`
  const todo =
    'dir' in settings
      ? 'give the folder to whoever runs humuus, make room, or choose another with FILES_DIR'
      : 'see whether S3_ENDPOINT, S3_REGION and the keys are right, and whether the bucket is there'
  try {
    await using opened = await openStorage(settings)
    await opened.check()
  } catch (error) {
    return [bad(error instanceof Error ? error.message : String(error), todo)]
  }
  return [good(`files can be kept in ${place}`)]
}
