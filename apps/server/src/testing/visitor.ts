import type { AppRouter } from '@humuus/api'
import { newDevice } from '@humuus/client'
import type { TestDatabase } from '@humuus/db/testing'
import { createTRPCClient, httpLink, type TRPCClient } from '@trpc/client'

/** A browser that nobody has signed in yet, or a program with a token. */
export function visitor(url: string, headers: Record<string, string> = {}): TRPCClient<AppRouter> {
  return createTRPCClient<AppRouter>({ links: [httpLink({ url: `${url}/trpc`, headers })] })
}

/** The same, with a token. */
export const bearer = (url: string, token: string | null): TRPCClient<AppRouter> =>
  visitor(url, { authorization: `Bearer ${token}` })

/** A device nobody has seen before. */
export const aDevice = newDevice

/** Somebody who came for the first time, and what they hold. */
export async function newcomer(url: string, device = aDevice()) {
  const { token, userId } = await visitor(url).auth.device.mutate({ ...device, delivery: 'bearer' })
  return { device, token, userId, trpc: bearer(url, token) }
}

/** Why a call was refused; `null` when it was not. */
export async function refusedBy(call: Promise<unknown>): Promise<{ code: string; params?: object } | null> {
  return call.then(
    () => null,
    (error) => error.data?.rejection ?? Promise.reject(error),
  )
}

/** The mails that were written to an address, oldest first. */
export async function mailsTo({ db }: TestDatabase, recipient: string) {
  const mails = await db.prisma.mail.findMany({ where: { recipient }, orderBy: { createdAt: 'asc' } })
  return mails.map(({ subject, text, html, status }) => ({ subject, text, html, status }))
}

/** The key in the link of the newest mail to an address. */
export async function keyFor(database: TestDatabase, recipient: string): Promise<string> {
  const mail = (await mailsTo(database, recipient)).at(-1)
  return /#([\w-]{43})/.exec(mail?.text ?? '')?.[1] ?? `no key in ${mail?.subject}`
}
