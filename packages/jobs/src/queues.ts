import { type FileDerive, fileDerive } from './file-derive.ts'
import { type FileExpiry, fileExpiry } from './file-expiry.ts'
import { type FileScan, fileScan } from './file-scan.ts'
import { type Housekeeping, housekeeping } from './housekeeping.ts'
import { type JobQueue, openJobQueue } from './job-queue.ts'
import { type MailJob, mail } from './mail.ts'
import { type NodeTimer, nodeTimer } from './node-timer.ts'
import type { QueueAddress } from './queue-address.ts'

/** Everything that may be asked for, a line per kind. */
export interface Queues extends AsyncDisposable {
  readonly timers: JobQueue<NodeTimer>
  readonly mails: JobQueue<MailJob>
  readonly scans: JobQueue<FileScan>
  readonly derivations: JobQueue<FileDerive>
  readonly expiry: JobQueue<FileExpiry>
  readonly housekeeping: JobQueue<Housekeeping>
  close(): Promise<void>
}

/** For whoever asks for jobs. Never throws for a database that is away; what goes wrong is told to `onError`. */
export function openQueues(address: QueueAddress, { onError }: { onError: (error: Error) => void }): Queues {
  const queues = {
    timers: openJobQueue(nodeTimer, address, onError),
    mails: openJobQueue(mail, address, onError),
    scans: openJobQueue(fileScan, address, onError),
    derivations: openJobQueue(fileDerive, address, onError),
    expiry: openJobQueue(fileExpiry, address, onError),
    housekeeping: openJobQueue(housekeeping, address, onError),
  }
  const close = async () => void (await Promise.all(Object.values(queues).map((queue) => queue.close())))
  return { ...queues, close, [Symbol.asyncDispose]: close }
}
