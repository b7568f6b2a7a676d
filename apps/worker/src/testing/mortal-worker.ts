import pino from 'pino'
import { readEnv } from '../env.ts'
import { startWorker } from '../worker.ts'

/** A worker that begins when it is told to, and whose jobs are another one's a second after it died. */
const env = readEnv()
const log = pino({ name: 'worker', level: env.LOG_LEVEL }, pino.destination({ dest: 1, sync: true }))
process.once('message', () => startWorker(env, { log, lockMs: 1_000 }))
process.send?.({ loaded: true })
