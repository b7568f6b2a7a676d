import { type FileDerive, fileDerive } from './file-derive.ts'
import { type FileExpiry, fileExpiry } from './file-expiry.ts'
import { type FileScan, fileScan } from './file-scan.ts'
import { type Housekeeping, housekeeping } from './housekeeping.ts'
import type { JobKind } from './job-kind.ts'
import { type JobQueue, openJobQueue } from './job-queue.ts'
import { type MailJob, mail } from './mail.ts'
import { type NodeTimer, nodeTimer } from './node-timer.ts'
import { type Operators, operatorsOf, type Watched } from './operators.ts'
import type { QueueAddress } from './queue-address.ts'

/** Everything that may be asked for, a line per kind. */
export interface Queues extends AsyncDisposable {
  readonly timers: JobQueue<NodeTimer>
  readonly mails: JobQueue<MailJob>
  readonly scans: JobQueue<FileScan>
  readonly derivations: JobQueue<FileDerive>
  readonly expiry: JobQueue<FileExpiry>
  readonly housekeeping: JobQueue<Housekeeping>
  /** All of them, for whoever looks after the installation. */
  readonly operators: Operators
  close(): Promise<void>
}

/** For whoever asks for jobs. Never throws for a database that is away; what goes wrong is told to `onError`. */
export function openQueues(address: QueueAddress, { onError }: { onError: (error: Error) => void }): Queues {
  const opened: (Watched & { close(): Promise<void> })[] = []
  const open = <Payload>(kind: JobKind<Payload>): JobQueue<Payload> => {
    const queue = openJobQueue(kind, address, onError)
    opened.push({ kind, opened: queue.opened, close: queue.close })
    return queue
  }
  const queues = {
    timers: open(nodeTimer),
    mails: open(mail),
    scans: open(fileScan),
    derivations: open(fileDerive),
    expiry: open(fileExpiry),
    housekeeping: open(housekeeping),
  }
  const close = async () => void (await Promise.all(opened.map((queue) => queue.close())))
  return { ...queues, operators: operatorsOf(opened), close, [Symbol.asyncDispose]: close }
}
