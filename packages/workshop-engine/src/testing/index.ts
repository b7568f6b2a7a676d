export { arbitraries } from './arbitraries/index.ts'
export { laws } from './laws/index.ts'
export { engine } from '../index.ts'
