export { FlakyLink, type FlakyLinkOptions } from './flaky-link.ts'
