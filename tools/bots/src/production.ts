import type { Client, LiveView } from '@humuus/client'
import type { Options } from './args.ts'
import type { Ledger } from './ledger.ts'
import type { Stage } from './stage.ts'

export interface Onlooker<R extends 'host' | 'screen'> {
  readonly client: Client
  readonly view: LiveView<R>
}

/** A session with everybody who is there from the beginning, and the record of what is sent. */
export interface Production {
  readonly options: Options
  readonly stage: Stage
  readonly host: Onlooker<'host'>
  readonly screen: Onlooker<'screen'>
  readonly ledger: Ledger
}
