import type { Engine } from '../../engine.ts'
import type { AnyNodeType } from '../../node-type.ts'
import type { AnyNodeArbitraries } from '../arbitraries/node-arbitraries.ts'

/** What a law is held against: one node type of an engine, among the others it may meet. */
export interface LawSubject {
  readonly engine: Engine<readonly AnyNodeType[]>
  /** By type; every type of the engine needs an entry. */
  readonly arbitraries: Readonly<Record<string, AnyNodeArbitraries>>
  readonly type: string
}
