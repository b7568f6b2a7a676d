import type { Tracer } from './tracer.ts'

interface TracerOptions {
  /** Where traces are collected, as `OTEL_EXPORTER_OTLP_ENDPOINT` has it; without it there is no tracer. */
  readonly endpoint: string | undefined
  /** Which program speaks: `service.name`. */
  readonly service: string
  /** Which share of the traces is kept, from 0 to 1. */
  readonly share: number
}

/** A tracer, or `null` where nobody collects: then nothing of OpenTelemetry is even loaded. */
export async function openTracer({ endpoint, service, share }: TracerOptions): Promise<Tracer | null> {
  if (endpoint === undefined) return null
  const { otlpTracer } = await import('./otlp-tracer.ts')
  return otlpTracer({ endpoint, service, share })
}
