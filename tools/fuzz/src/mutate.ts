import type { Random } from '@humuus/workshop-engine/testing'
import { brokenValue, nastyKey, nastyValue, withKey } from './nasty.ts'
import { type Json, Raw } from './raw-json.ts'

type JsonObject = { readonly [key: string]: Json }

const isObject = (value: Json): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Raw)

/** The same message with one thing wrong, somewhere. */
export function mutate(value: Json, random: Random): Json {
  if (isObject(value) && random.next() < 0.8) return mutateMember(value, random)
  if (Array.isArray(value) && value.length > 0 && random.next() < 0.6) {
    const at = random.below(value.length)
    return value.map((item: Json, index) => (index === at ? mutate(item, random) : item))
  }
  return random.next() < 0.06 ? brokenValue(random) : nastyValue(random)
}

function mutateMember(value: JsonObject, random: Random): Json {
  const names = Object.keys(value)
  if (names.length === 0 || random.next() < 0.12) return withKey(value, nastyKey(random), nastyValue(random))
  const name = random.pick(names)
  if (random.next() < 0.12) return Object.fromEntries(Object.entries(value).filter(([key]) => key !== name))
  return withKey(value, name, mutate(value[name] ?? null, random))
}
