import { Queue } from 'bullmq'
import { backend } from './backend.ts'
import type { QueueAddress } from './queue-address.ts'

/** A queue of BullMQ, as those see it who ask for jobs or look after them. */
export const openQueue = (name: string, address: QueueAddress) =>
  // Nobody reads BullMQ's event stream here: a short one is enough.
  new Queue(name, { connection: address, streams: { events: { maxLen: 100 } } }, backend)

export type OpenQueue = ReturnType<typeof openQueue>
