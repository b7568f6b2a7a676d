import { useEffect } from 'react'
import { useFileViewer } from '../../files/file-viewer.ts'
import type { RouterOutputs } from '../../live/outputs.ts'
import { trpc } from '../../trpc.ts'

type Stored = RouterOutputs['files']['ofSession']

/** What the store knows of the files of a session: their names and sizes, and how long they are kept. */
export interface SessionFiles {
  readonly files: ReadonlyMap<string, Stored['files'][number]>
  /** `null` until it is known. */
  readonly keeping: Pick<Stored, 'kept' | 'days' | 'expiresAt'> | null
  readonly refresh: () => void
}

/** Files come in heaps: the store is asked once for each. */
const heapMs = 1_000

/** `seen` changes with every file that comes, goes or changes. */
export function useSessionFiles(seen: string, isLive: boolean): SessionFiles {
  const { sessionId } = useFileViewer()
  const { data, refetch } = trpc.files.ofSession.useQuery({ sessionId })
  useEffect(() => {
    if (!isLive) return
    const timer = setTimeout(() => void refetch(), heapMs)
    return () => clearTimeout(timer)
  }, [seen, isLive, refetch])
  return {
    files: new Map(data?.files.map((file) => [file.id, file])),
    keeping: data ?? null,
    refresh: () => void refetch(),
  }
}
