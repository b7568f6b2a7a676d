import { refusal } from '@humuus/api'
import { isAway, isStorageFull, UnstorableText } from '@humuus/db'

type Method = (...args: never[]) => unknown

/**
 * The same port, which says in words that people understand when the database is away or has no room left, or
 * cannot hold what was said. Any other error
 * goes on as it is.
 */
export function inWords<Port extends object>(port: Port): Port {
  const wrapped = Object.entries(port).map(([name, part]) => [
    name,
    typeof part === 'function' ? spoken(part as Method) : part,
  ])
  return Object.fromEntries(wrapped) as Port
}

function spoken(method: Method): Method {
  return async (...args) => {
    try {
      return await method(...args)
    } catch (error) {
      if (isStorageFull(error)) throw refusal('storage_full')
      if (isAway(error)) throw refusal('unavailable')
      if (error instanceof UnstorableText) throw refusal('malformed')
      throw error
    }
  }
}
