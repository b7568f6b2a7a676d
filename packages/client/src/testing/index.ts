export { Changes } from './changes.ts'
export { FlakyLink, type FlakyLinkOptions } from './flaky-link.ts'
