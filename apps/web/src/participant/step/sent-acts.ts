import type { HumuusCommand } from '@humuus/workshop-engine'

/** An act the server has taken: it is in the log at `version`. */
export interface AckedAct<Act> {
  readonly nodeId: string
  readonly act: Act
  readonly version: number
}

interface SentActs<Act> {
  readonly acked: readonly AckedAct<Act>[]
  /** Commands without an answer, oldest first. */
  readonly pending: readonly { readonly command: HumuusCommand }[]
  readonly nodeId: string
  /** Of the view that is shown. */
  readonly version: number
}

/**
 * What a person did at a step that the view does not show yet, oldest first: so that an answer never seems to vanish between
 * its receipt and the view that contains it.
 */
export function sentActs<Act>({ acked, pending, nodeId, version }: SentActs<Act>): readonly Act[] {
  const unseen = acked.filter((one) => one.nodeId === nodeId && one.version > version).map(({ act }) => act)
  const onTheirWay = pending.flatMap(({ command }) =>
    command.type === 'act' && command.nodeId === nodeId ? [command.act as Act] : [],
  )
  return [...unseen, ...onTheirWay]
}
