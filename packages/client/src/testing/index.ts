export { FlakyLink, type FlakyLinkOptions } from './flaky-link.ts'
export { seeded } from './seeded.ts'
