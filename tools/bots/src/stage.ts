import { WrongUse } from '@humuus/args'
import type { Client } from '@humuus/client'
import type { WorkshopPlan } from '@humuus/workshop-engine'

/** A session that waits for its people. */
export interface Stage {
  readonly sessionId: string
  readonly code: string
  readonly screenKey: string
  readonly plan: WorkshopPlan
}

/** Opens a session of a workshop file, or without one of the first workshop in the library. */
export async function openSession({ trpc }: Client, file: { content: unknown } | null): Promise<Stage> {
  const workshopId = file === null ? await firstOfLibrary(trpc) : await upload(trpc, file.content)
  const session = await trpc.sessions.create.mutate({ workshopId, hostName: 'Bots' })
  const { plan } = await trpc.workshops.get.query({ id: workshopId })
  return { ...session, plan: plan as WorkshopPlan }
}

async function firstOfLibrary(trpc: Client['trpc']): Promise<string> {
  const [first] = await trpc.workshops.list.query()
  if (first === undefined) throw new WrongUse('the library is empty: name a workshop with --workshop FILE')
  return first.id
}

async function upload(trpc: Client['trpc'], file: unknown): Promise<string> {
  const created = await trpc.workshops.create.mutate({ file })
  if (created.ok) return created.id
  const [issue] = created.issues
  throw new WrongUse(`--workshop was refused: ${issue?.path === '' ? 'the file' : issue?.path}: ${issue?.message}`)
}
