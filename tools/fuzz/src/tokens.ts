import { wireVersion, wireVersionName } from '@humuus/api/wire'
import type { Random } from '@humuus/workshop-engine/testing'
import { nastyValue } from './nasty.ts'
import type { Json } from './raw-json.ts'
import type { Target } from './target.ts'

/** A token that says something else than was signed. */
export function forged(token: string, random: Random): string {
  const [head = '', claims = '', signature = ''] = token.split('.')
  const said = JSON.parse(Buffer.from(claims, 'base64url').toString()) as Record<string, unknown>
  const other = Buffer.from(JSON.stringify({ ...said, sub: 'somebody-else', exp: 9e9 })).toString('base64url')
  const none = Buffer.from('{"alg":"none"}').toString('base64url')
  return random.pick([
    `${head}.${other}.${signature}`,
    `${none}.${other}.`,
    `${head}.${claims}.`,
    `${head}.${claims}.${signature.slice(0, -2)}AA`,
    `${claims}.${head}.${signature}`,
    'x'.repeat(10_000),
    '',
  ])
}

/** What a client says of itself when it connects: mostly right. */
export function connectionParams(target: Target, random: Random): Json {
  const { token } = random.pick(target.intruders)
  const honest = { token, [wireVersionName]: String(wireVersion) }
  if (random.next() < 0.7) return honest
  return random.pick<() => Json>([
    () => null,
    () => ({}),
    () => ({ ...honest, token: forged(token, random) }),
    () => ({ ...honest, [wireVersionName]: '1' }),
    () => ({ ...honest, token: nastyValue(random) }),
    () => nastyValue(random),
  ])()
}
