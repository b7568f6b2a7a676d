const ids = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/i
const nothing = '0'.repeat(32)

/**
 * The id of the trace of a command: its own id without the dashes, 32 hex digits. So the phone says nothing more than it says anyway, and
 * who knows a command from the log knows its trace. `undefined` where the id is none that a trace may have.
 */
export function traceIdOf(commandId: string): string | undefined {
  const traceId = ids.test(commandId) ? commandId.replaceAll('-', '').toLowerCase() : nothing
  return traceId === nothing ? undefined : traceId
}
