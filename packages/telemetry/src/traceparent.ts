import type { SpanRef } from './tracer.ts'

/** As W3C Trace Context writes it, https://www.w3.org/TR/trace-context/. */
const pattern = /^[\da-f]{2}-(?!0{32})([\da-f]{32})-(?!0{16})([\da-f]{16})-([\da-f]{2})$/

/** A span as the header `traceparent` names it. */
export const traceparentOf = ({ traceId, spanId, isSampled }: SpanRef): string =>
  `00-${traceId}-${spanId}-${isSampled ? '01' : '00'}`

/** The span that a header names; `undefined` where it names none. */
export function readTraceparent(header: string | undefined): SpanRef | undefined {
  const [, traceId, spanId, flags] = pattern.exec(header ?? '') ?? []
  if (traceId === undefined || spanId === undefined || flags === undefined) return undefined
  return { traceId, spanId, isSampled: (Number.parseInt(flags, 16) & 1) === 1 }
}
