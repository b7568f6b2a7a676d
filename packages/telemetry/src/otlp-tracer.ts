import {
  ROOT_CONTEXT,
  type Span,
  type SpanContext,
  SpanKind,
  SpanStatusCode,
  TraceFlags,
  trace,
} from '@opentelemetry/api'
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http'
import { defaultResource, resourceFromAttributes } from '@opentelemetry/resources'
import {
  BatchSpanProcessor,
  type IdGenerator,
  ParentBasedSampler,
  RandomIdGenerator,
  TraceIdRatioBasedSampler,
  TracerProvider,
} from '@opentelemetry/sdk-trace'
import type { OpenSpan, SpanRef, Tracer } from './tracer.ts'

/** How long the last spans may take to get away, in ms. */
const lastWordsMs = 2_000

const kinds = { client: SpanKind.CLIENT, server: SpanKind.SERVER } as const

interface OtlpOptions {
  readonly endpoint: string
  readonly service: string
  readonly share: number
}

/** Spans go in batches to a collector over OTLP/HTTP; headers and the like are read from `OTEL_*` by the exporter itself. */
export function otlpTracer({ endpoint, service, share }: OtlpOptions): Tracer {
  const ids = new GivenIds()
  const url = `${endpoint.replace(/\/+$/, '')}/v1/traces`
  const provider = new TracerProvider({
    idGenerator: ids,
    resource: defaultResource().merge(resourceFromAttributes({ 'service.name': service })),
    sampler: new ParentBasedSampler({ root: new TraceIdRatioBasedSampler(share) }),
    spanProcessors: [new BatchSpanProcessor({ exporter: new OTLPTraceExporter({ url }), scheduledDelayMillis: 1_000 })],
  })
  const tracer = provider.getTracer('humuus')
  return {
    start: (name, { parent, traceId, at, links = [], kind, attributes } = {}) => {
      ids.next = parent === undefined ? traceId : undefined
      const context = parent === undefined ? ROOT_CONTEXT : trace.setSpanContext(ROOT_CONTEXT, contextOf(parent))
      const span = tracer.startSpan(
        name,
        {
          root: parent === undefined,
          kind: kind === undefined ? SpanKind.INTERNAL : kinds[kind],
          links: links.map((link) => ({ context: contextOf(link) })),
          ...(at !== undefined && { startTime: moment(at) }),
          ...(attributes !== undefined && { attributes }),
        },
        context,
      )
      return openSpan(span)
    },
    close: async () => {
      const last = new Promise((resolve) => setTimeout(resolve, lastWordsMs).unref())
      await Promise.race([provider.shutdown().catch(() => undefined), last])
    },
  }
}

/** Traces begin with the id that is wanted, where one is. */
class GivenIds implements IdGenerator {
  next: string | undefined
  readonly #byChance = new RandomIdGenerator()

  generateTraceId(): string {
    const given = this.next
    this.next = undefined
    return given ?? this.#byChance.generateTraceId()
  }

  generateSpanId(): string {
    return this.#byChance.generateSpanId()
  }
}

function openSpan(span: Span): OpenSpan {
  const { traceId, spanId, traceFlags } = span.spanContext()
  return {
    ref: { traceId, spanId, isSampled: (traceFlags & TraceFlags.SAMPLED) !== 0 },
    end: (at, attributes) => {
      if (attributes !== undefined) span.setAttributes(attributes)
      span.end(at === undefined ? undefined : moment(at))
    },
    fail: (why) => void span.setStatus({ code: SpanStatusCode.ERROR, message: why }),
  }
}

const contextOf = ({ traceId, spanId, isSampled }: SpanRef): SpanContext => ({
  traceId,
  spanId,
  traceFlags: isSampled ? TraceFlags.SAMPLED : TraceFlags.NONE,
  isRemote: true,
})

/** Seconds and nanoseconds: a plain number from before this process began would be taken for something else. */
function moment(epochMs: number): [number, number] {
  const seconds = Math.floor(epochMs / 1_000)
  return [seconds, Math.round((epochMs - seconds * 1_000) * 1e6)]
}
