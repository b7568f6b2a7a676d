export { type CollectedSpan, collector, type SpanCollector } from './collector.ts'
export { type Journal, journal } from './journal.ts'
