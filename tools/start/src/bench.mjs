import { onRecentNode } from './node-version.mjs'

onRecentNode(() => import('./run-bench.mjs'))
