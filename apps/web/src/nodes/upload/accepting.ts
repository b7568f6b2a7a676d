import type { ApiRejection } from '@humuus/api'
import type { FileKind } from '@humuus/workshop-engine'
import type { RouterOutputs } from '../../live/outputs.ts'

export type FileLimits = RouterOutputs['files']['limits']

/** For a browser's file dialogue: the types and endings of these kinds; all of it until they are known. */
export function acceptOf(kinds: readonly FileKind[], limits: FileLimits | null): string | undefined {
  if (limits === null) return undefined
  return limits.accept
    .filter(({ kind }) => kinds.includes(kind))
    .flatMap(({ types, extensions }) => [...types, ...extensions.map((ending) => `.${ending.replace(/^\./, '')}`)])
    .join(',')
}

/** Why a file need not even be sent; what is in it the server finds out. */
export function refusedAtOnce(
  { name, type, size }: Pick<File, 'name' | 'type' | 'size'>,
  kinds: readonly FileKind[],
  limits: FileLimits | null,
): ApiRejection | null {
  if (size === 0) return { code: 'file_empty' }
  if (limits === null) return null
  if (size > limits.maxBytes)
    return { code: 'file_too_large', params: { max: Math.floor(limits.maxBytes / (1024 * 1024)) } }
  const ending = name.toLowerCase().split('.').at(-1) ?? ''
  const fits = limits.accept.some(
    ({ kind, types, extensions }) =>
      kinds.includes(kind) && (types.includes(type) || extensions.some((known) => known.replace(/^\./, '') === ending)),
  )
  return fits ? null : { code: 'file_type' }
}
