import { monitorEventLoopDelay } from 'node:perf_hooks'
import { Ledger } from './src/ledger.ts'
const t0 = performance.now()
const rows: any[] = []
const issue = Ledger.prototype.issue
Ledger.prototype.issue = async function (s: any, c: any, n?: any) { const at = performance.now() - t0; const e = await issue.call(this, s, c, n); rows.push([at, e.tookMs, c.type, c.nodeId]); return e }
const h = monitorEventLoopDelay({ resolution: 5 }); h.enable()
const { rehearse } = await import('./src/rehearsal.ts')
const o = await rehearse({ url: process.argv[2]!, participants: Number(process.argv[3]), seed: Number(process.argv[4] ?? 1), workshop: null, json: true }, (l) => console.log((performance.now() - t0 | 0), l, 'lag max', (h.max / 1e6) | 0, (h.reset(), '')))
console.log(o.latency, o.faults, o.seconds)
const by = new Map<string, number[]>()
for (const [at, took, type, node] of rows) if (type === 'act' && took !== null) { const k = `${node} @${(at / 250 | 0) * 250}`; by.set(k, [...(by.get(k) ?? []), took]) }
for (const [k, v] of by) { v.sort((a, b) => a - b); console.log(k.padEnd(22), String(v.length).padStart(4), 'p50', v[v.length >> 1]!.toFixed(1), 'max', v.at(-1)!.toFixed(1)) }
process.exit(0)
