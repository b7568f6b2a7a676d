import { openRig } from '../index.ts'

/** Opens a rig, freezes what can be, tells the process numbers and waits to be killed. */
const rig = await openRig()
const parts = [rig.servers[0], rig.worker, rig.database]
await rig.servers[0]?.freeze()
await rig.database.freeze()
process.stdout.write(`${JSON.stringify({ pids: parts.map((part) => part?.pid), logs: rig.logs })}\n`)
