/** A span as others refer to it. */
export interface SpanRef {
  /** 32 hex digits. */
  readonly traceId: string
  /** 16 hex digits. */
  readonly spanId: string
  readonly isSampled: boolean
}

export interface SpanStart {
  /** The span it is a part of; without one it begins a trace. */
  readonly parent?: SpanRef | undefined
  /** The id of the trace that it begins: 32 hex digits; one by chance if none is given. */
  readonly traceId?: string | undefined
  /** Epoch ms, with fractions; now if nothing is said. */
  readonly at?: number | undefined
  readonly links?: readonly SpanRef[] | undefined
  /** Asked of others, or by others. */
  readonly kind?: 'client' | 'server' | undefined
  readonly attributes?: Attributes | undefined
}

type Attributes = Readonly<Record<string, string | number | boolean>>

export interface OpenSpan {
  readonly ref: SpanRef
  /** `at`: epoch ms, with fractions; now if nothing is said. */
  end(at?: number, attributes?: Attributes): void
  /** It went wrong, in a word. */
  fail(why: string): void
}

/** Writes down what takes how long, and what it is a part of. */
export interface Tracer {
  start(name: string, start?: SpanStart): OpenSpan
  /** Sends what is there; never throws. */
  close(): Promise<void>
}
