import type { ApiRejection } from '@humuus/api'
import type { Rejection } from '@humuus/workshop-engine'
import type { Sender, SendFailure, Sending } from '../../../files/sending/send-file.ts'
import { uuid } from '../../../identity/uuid.ts'
import type { Backoff } from '../../../live/backoff.ts'
import type { KeptUpload } from '../../../live/kept-upload.ts'
import { mayPass } from '../../../live/may-pass.ts'
import type { PageSignals } from '../../../live/page-signals.ts'
import { pause } from '../../../live/pause.ts'
import { type Watched, watched } from '../../../live/watched.ts'
import { rememberPicture } from './sent-pictures.ts'
import type { UploadShelf } from './upload-shelf.ts'
import { isUnderWay, type UploadStage, type UploadState } from './upload-state.ts'

/** The files of one session that are on their way, oldest first. */
export interface Uploads {
  readonly list: Watched<readonly UploadState[]>
  /** Takes a file; it is sent when its turn comes. Resolves to its id once it is kept, or cannot be. */
  add(nodeId: string, file: File): Promise<string>
  /** Shows a file that is not even sent, and why. */
  refuse(nodeId: string, file: File, refusal: ApiRejection): void
  pause(id: string): void
  resume(id: string): void
  /** Takes it out, for good. */
  cancel(id: string): void
  /** The step knows of these files: they are shown from there. */
  known(ids: readonly string[]): void
}

interface UploadNeeds {
  readonly sessionId: string
  readonly shelf: UploadShelf
  readonly sender: Sender
  readonly signals: PageSignals
  readonly backoff: Backoff
  /** Signs in again; rejects when that fails. */
  readonly renew: () => Promise<void>
  readonly now: () => number
  /** Whether anything is still to be sent. */
  readonly underWay: (is: boolean) => void
}

/** More at once are no faster, and one that is done is worth more than three that are not. */
const mostAtOnce = 2

/** Nothing moved for so long (ms): the connection is dead, whatever the browser says. */
const stallMs = 20_000

interface Entry {
  kept: KeptUpload
  readonly bytes: Blob
  state: UploadState
  sending: Sending | null
  attempt: number
}

export function createUploads(needs: UploadNeeds): Uploads {
  const { sessionId, shelf, signals, backoff } = needs
  const entries = new Map<string, Entry>()
  const list = watched<readonly UploadState[]>([])

  const show = () => {
    list.set([...entries.values()].map(({ state }) => state))
    needs.underWay([...entries.values()].some(({ state }) => isUnderWay(state)))
  }
  const change = (entry: Entry, to: Partial<UploadState>) => {
    entry.state = { ...entry.state, ...to }
    show()
  }
  /** What is not kept is forgotten with the page; that was said. */
  const keep = (entry: Entry, to: Partial<Pick<KeptUpload, 'isPaused' | 'url'>>) => {
    entry.kept = { ...entry.kept, ...to }
    if (entry.state.isKept) void shelf.change(entry.kept.id, to).catch(() => undefined)
  }
  const halt = (entry: Entry, stage: UploadStage) => {
    entry.sending?.stop()
    entry.sending = null
    change(entry, { stage })
  }
  const forget = (id: string) => void shelf.remove(id).catch(() => undefined)
  const drop = (entry: Entry) => {
    entry.sending?.stop()
    entry.sending = null
    entries.delete(entry.kept.id)
    forget(entry.kept.id)
  }

  function insert(kept: KeptUpload, bytes: Blob, isKept: boolean): void {
    const { id, nodeId, name, type, size, isPaused } = kept
    const stage = isPaused ? 'paused' : 'queued'
    const state: UploadState = { id, nodeId, name, type, size, stage, sent: 0, isKept, refusal: null, picture: null }
    const entry: Entry = { kept, bytes, state, sending: null, attempt: 0 }
    entries.set(id, entry)
    show()
    void rememberPicture(id, bytes).then((picture) => change(entry, { picture }))
  }

  const made = (nodeId: string, { name, type, size }: File): KeptUpload => ({
    id: uuid(),
    sessionId,
    nodeId,
    name,
    type,
    size,
    addedAt: needs.now(),
    isPaused: false,
    url: null,
  })

  /** The oldest that waits for its turn. */
  function next(): void {
    const all = [...entries.values()]
    if (all.filter(({ state }) => state.stage === 'sending').length >= mostAtOnce) return
    const entry = all.find(({ state }) => state.stage === 'queued')
    if (entry === undefined) return
    begin(entry)
    next()
  }

  function begin(entry: Entry): void {
    let stalled = stallTimer(entry)
    const over = () => clearTimeout(stalled)
    const sending = needs.sender.send(
      { ...entry.kept, place: { session: sessionId, node: entry.kept.nodeId } },
      entry.bytes,
      {
        located: (url) => keep(entry, { url }),
        progress(sent) {
          over()
          stalled = stallTimer(entry)
          entry.attempt = 0
          change(entry, { sent })
        },
        arrived() {
          over()
          entry.sending = null
          change(entry, { stage: 'arrived', sent: entry.state.size })
          forget(entry.kept.id)
          next()
        },
        failed(failure) {
          over()
          entry.sending = null
          void failed(entry, failure)
        },
      },
    )
    entry.sending = {
      stop() {
        over()
        sending.stop()
      },
    }
    change(entry, { stage: 'sending' })
  }

  const stallTimer = (entry: Entry) =>
    setTimeout(() => {
      if (entry.state.stage !== 'sending') return
      halt(entry, 'waiting')
      void failed(entry, { rejection: null, status: null })
    }, stallMs)

  async function failed(entry: Entry, { rejection, status }: SendFailure): Promise<void> {
    // An upload that the server knows no more is begun anew.
    if (status === 404 || status === 410) keep(entry, { url: null })
    const isSignedOut = status === 401 || rejection?.code === 'signed_out'
    const isNo = rejection === null ? isFinal(status) : !mayPass(rejection as Rejection) && !isPause(rejection)
    const isLost = (status === 404 || status === 410) && entry.attempt < 3
    if (isNo && !isSignedOut && !isLost) {
      change(entry, { stage: 'refused', refusal: rejection ?? { code: status === 413 ? 'too_large' : 'server_error' } })
      forget(entry.kept.id)
      return next()
    }
    change(entry, { stage: 'waiting' })
    next()
    if (isSignedOut) await needs.renew().catch(() => undefined)
    entry.attempt += 1
    await pause(backoff(entry.attempt), signals)
    if (entry.state.stage !== 'waiting') return
    change(entry, { stage: 'queued' })
    next()
  }

  // A phone that comes to another network has dead connections, of which nobody told it.
  signals.on((signal) => {
    if (signal === 'hidden' || signal === 'shown' || signal === 'jumped') return
    for (const entry of entries.values()) {
      if (entry.state.stage === 'sending') {
        halt(entry, 'queued')
        // The browser's word for "offline" does not count: it is tried again, only not at once.
        if (signal === 'offline') void failed(entry, { rejection: null, status: null })
      } else if (entry.state.stage === 'waiting' && signal !== 'offline') change(entry, { stage: 'queued' })
    }
    next()
  })

  void shelf.list(sessionId).then(
    (kept) => {
      for (const { bytes, ...upload } of kept) if (!entries.has(upload.id)) insert(upload, bytes, true)
      show()
      next()
    },
    () => undefined,
  )

  return {
    list,
    async add(nodeId, file) {
      const kept = made(nodeId, file)
      const isKept = await shelf.add(kept, file).then(
        () => true,
        () => false,
      )
      insert(kept, file, isKept)
      next()
      return kept.id
    },
    refuse(nodeId, file, refusal) {
      const kept = { ...made(nodeId, file), isPaused: true }
      insert(kept, file, false)
      const entry = entries.get(kept.id)
      if (entry !== undefined) change(entry, { stage: 'refused', refusal })
    },
    pause(id) {
      const entry = entries.get(id)
      if (entry === undefined) return
      halt(entry, 'paused')
      keep(entry, { isPaused: true })
      next()
    },
    resume(id) {
      const entry = entries.get(id)
      if (entry?.state.stage !== 'paused') return
      keep(entry, { isPaused: false })
      change(entry, { stage: 'queued' })
      next()
    },
    cancel(id) {
      const entry = entries.get(id)
      if (entry === undefined) return
      drop(entry)
      if (entry.kept.url !== null && isUnderWay(entry.state)) void needs.sender.discard(entry.kept.url)
      show()
      next()
    },
    known(ids) {
      const mine = ids.flatMap((id) => entries.get(id) ?? [])
      if (mine.length === 0) return
      for (const entry of mine) drop(entry)
      show()
      next()
    },
  }
}

/** A pause ends: what was begun in it is begun again after it. */
const isPause = (rejection: SendFailure['rejection']): boolean => rejection?.code === 'paused'

/** The server said no without words: all but its own trouble, a moment's conflict, and too much at once. */
const isFinal = (status: number | null): boolean =>
  status !== null && status >= 400 && status < 500 && ![401, 404, 408, 409, 410, 423, 425, 429].includes(status)
