import { type JobQueue, openJobQueue } from './job-queue.ts'
import { type MailJob, mail } from './mail.ts'
import { type NodeTimer, nodeTimer } from './node-timer.ts'
import type { QueueAddress } from './queue-address.ts'

/** Everything that may be asked for, a line per kind. */
export interface Queues extends AsyncDisposable {
  readonly timers: JobQueue<NodeTimer>
  readonly mails: JobQueue<MailJob>
  close(): Promise<void>
}

/** For whoever asks for jobs. Never throws for a database that is away; what goes wrong is told to `onError`. */
export function openQueues(address: QueueAddress, { onError }: { onError: (error: Error) => void }): Queues {
  const timers = openJobQueue(nodeTimer, address, onError)
  const mails = openJobQueue(mail, address, onError)
  const close = async () => void (await Promise.all([timers.close(), mails.close()]))
  return { timers, mails, close, [Symbol.asyncDispose]: close }
}
