import type { LiveMessage, LiveText } from '@humuus/api'

const parts = new WeakMap<object, string>()

/** JSON of a part that many messages have in common, made once. */
function jsonOf(part: unknown): string {
  if (typeof part !== 'object' || part === null) return JSON.stringify(part)
  const known = parts.get(part)
  if (known !== undefined) return known
  const json = JSON.stringify(part)
  parts.set(part, json)
  return json
}

/** Texts of messages that are said to many. */
const said = new WeakMap<LiveMessage, LiveText>()

/** More different texts for one change are not worth keeping. */
const mostTexts = 256

/** Texts by the change that all their readers share, then by the version they go on from. */
const texts = new WeakMap<object, Map<string, LiveText>>()

/** A message as text, equal to its JSON; the same object for all that say the same. */
export function textOf(message: LiveMessage): LiveText {
  const known = said.get(message) ?? textOfParts(message)
  said.set(message, known)
  return known
}

function textOfParts(message: LiveMessage): LiveText {
  const { version, shared, own } = message
  const ownJson = jsonOf(own)
  if (message.kind === 'snapshot')
    return { version, json: `{"kind":"snapshot","version":${version},"shared":${jsonOf(shared)},"own":${ownJson}}` }
  const make = () => {
    const json = `{"kind":"delta","from":${message.from},"version":${version},"shared":${jsonOf(shared)},"own":${ownJson}}`
    return { version, json }
  }
  if (typeof shared !== 'object' || shared === null) return make()
  const known = texts.get(shared) ?? new Map<string, LiveText>()
  texts.set(shared, known)
  const key = `${message.from} ${version} ${ownJson}`
  const text = known.get(key) ?? make()
  if (known.size < mostTexts) known.set(key, text)
  return text
}
