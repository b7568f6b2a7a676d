import { AsyncLocalStorage } from 'node:async_hooks'
import type { Attempt } from '@humuus/jobs'
import { type SpanRef, type Tracer, traceparentOf } from '@humuus/telemetry'
import type { JobNumbers } from './job-numbers.ts'

type Handler<Payload> = (payload: Payload, attempt: Attempt) => Promise<void>

/** The job that is being done, for what is asked of others on the way. */
const current = new AsyncLocalStorage<SpanRef>()

/** Does the same, and counts it; with a tracer each attempt is a trace, which goes on in the server. */
export function watchJobs<Payload>(
  queue: string,
  handler: Handler<Payload>,
  { numbers, tracer }: { numbers: JobNumbers; tracer: Tracer | null },
): Handler<Payload> {
  const counted: Handler<Payload> = async (payload, attempt) => {
    try {
      await handler(payload, attempt)
      numbers.ended(queue, true)
    } catch (error) {
      numbers.ended(queue, false)
      throw error
    }
  }
  if (tracer === null) return counted
  return async (payload, attempt) => {
    const span = tracer.start(`job ${queue}`, { kind: 'client' })
    try {
      await current.run(span.ref, () => counted(payload, attempt))
    } catch (error) {
      span.fail('failed')
      throw error
    } finally {
      span.end()
    }
  }
}

/** Says to a server what a request is a part of; nothing where nobody traces. */
export function traceHeader(): { traceparent?: string } {
  const span = current.getStore()
  return span === undefined ? {} : { traceparent: traceparentOf(span) }
}
