import { z } from 'zod'

const levels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const

/** How much is said in the log. */
export const LogLevel = z.enum(levels, `has to be one of ${levels.join(', ')}`)

/** What server and worker let others see of themselves: settings that both read. */
export const TelemetrySettings = z.object({
  LOG_LEVEL: LogLevel.default('info'),
  /** Whoever shows it as a bearer token may read `/metrics` from anywhere. */
  METRICS_TOKEN: z.string().min(16, 'needs at least 16 characters').optional(),
  /** Where traces are sent to, over HTTP; without it there are none. */
  OTEL_EXPORTER_OTLP_ENDPOINT: z
    .url({ protocol: /^https?$/, error: 'has to begin with http:// or https://' })
    .optional(),
  /** Which share of the traces is kept, from 0 to 1. */
  OTEL_TRACES_SAMPLER_ARG: z.coerce.number('has to be a number from 0 to 1').min(0).max(1).default(1),
})
