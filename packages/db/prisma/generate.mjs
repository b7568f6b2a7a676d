/**
 * Makes the typed client in `src/generated` from `schema.prisma`, also where nothing can be downloaded:
 * the CLI insists on a schema engine, which `generate` never runs, so it is shown a file that exists.
 */
import { spawnSync } from 'node:child_process'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'

const require = createRequire(import.meta.url)
const cli = require.resolve('prisma/build/index.js')
const schema = fileURLToPath(new URL('schema.prisma', import.meta.url))

const { status } = spawnSync(process.execPath, [cli, 'generate', '--schema', schema], {
  stdio: 'inherit',
  env: {
    ...process.env,
    PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
    PRISMA_HIDE_UPDATE_MESSAGE: '1',
    CHECKPOINT_DISABLE: '1',
  },
})
process.exit(status ?? 1)
