import { openRig } from '@humuus/rig'
import { measurable } from './memory.ts'
import { slowReaders } from './slow-readers.ts'
await using rig = await openRig({ worker: false, env: { ...measurable } })
console.log(await slowReaders(rig, Number(process.argv[2] ?? 20)))
