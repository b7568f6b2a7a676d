/** A request as tRPC's client sends it over a WebSocket, as far as it is told apart here. */
export type Request =
  | {
      readonly method: 'mutation' | 'subscription'
      readonly id: number | string
      readonly path: string
      readonly input: unknown
    }
  | { readonly method: 'subscription.stop'; readonly id: number | string }

/** What is said in a message: each request as it came, with `null` for what is none that we know. */
export type Requests = readonly (readonly [raw: unknown, request: Request | null])[]

/** `null` for what is no JSON. */
export function requestsOf(text: string): Requests | null {
  const parsed = parse(text)
  if (parsed === undefined) return null
  return Array.isArray(parsed) ? parsed.map((raw) => [raw, requestOf(raw)] as const) : [[parsed, requestOf(parsed)]]
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function requestOf(raw: unknown): Request | null {
  if (!isRecord(raw) || raw.jsonrpc !== undefined) return null
  const { id, method, params } = raw
  if (typeof id !== 'number' && typeof id !== 'string') return null
  if (method === 'subscription.stop') return { method, id }
  if ((method !== 'mutation' && method !== 'subscription') || !isRecord(params)) return null
  const { path, input, lastEventId } = params
  if (typeof path !== 'string') return null
  if (lastEventId === undefined) return { method, id, path, input }
  // As tRPC does it.
  return isRecord(input) ? { method, id, path, input: { ...input, lastEventId } } : null
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
