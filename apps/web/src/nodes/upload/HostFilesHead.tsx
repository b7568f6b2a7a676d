import { Archive, Eye, Minimize2 } from 'lucide-react'
import { useState } from 'react'
import { useFileViewer } from '../../files/file-viewer.ts'
import { useTranslation } from '../../i18n/use-translation.ts'
import { useLiveClient } from '../../live/live-context.ts'
import { Button } from '../../ui/Button.tsx'
import type { HostFace } from '../faces.ts'
import { Keeping } from './Keeping.tsx'
import type { SessionFiles } from './use-session-files.ts'

type Face = HostFace<'upload'>

interface HostFilesHeadProps {
  readonly nodeId: string
  readonly files: Face['content']['files']
  readonly highlighted: string | null
  readonly moderate: Face['moderate']
  readonly session: SessionFiles
}

/** How much came in, what waits, and what concerns all of it. */
export function HostFilesHead({ nodeId, files, highlighted, moderate, session }: HostFilesHeadProps) {
  const { t } = useTranslation('upload')
  const waiting = files.filter(({ stage }) => stage === 'waiting')
  return (
    <div className="grid gap-3">
      <div className="flex flex-wrap items-center gap-3">
        <p role="status" className="mr-auto text-small text-soft">
          {t('filesIn', { count: files.length })}
          {waiting.length > 0 && moderate !== null && <> · {t('waitForYou', { count: waiting.length })}</>}
        </p>
        {moderate !== null && highlighted !== null && (
          <Button
            size="small"
            icon={<Minimize2 aria-hidden="true" className="size-4" />}
            onClick={() => moderate({ type: 'highlight', fileId: null })}
          >
            {t('wallAgain')}
          </Button>
        )}
        {moderate !== null && waiting.length > 1 && (
          <Button
            size="small"
            icon={<Eye aria-hidden="true" className="size-4" />}
            onClick={() => {
              for (const { id } of waiting) moderate({ type: 'show', fileId: id })
            }}
          >
            {t('showWaiting')}
          </Button>
        )}
        {files.some(({ facts }) => facts !== null) && <DownloadAll nodeId={nodeId} />}
      </div>
      {session.keeping !== null && <Keeping keeping={session.keeping} onChanged={session.refresh} />}
    </div>
  )
}

/** The address of the archive is good for a while only: it is asked for when it is wanted. */
function DownloadAll({ nodeId }: { readonly nodeId: string }) {
  const { t } = useTranslation('upload')
  const { trpc } = useLiveClient()
  const { sessionId } = useFileViewer()
  const [state, set] = useState<'idle' | 'busy' | 'failed'>('idle')
  const download = async () => {
    set('busy')
    try {
      const { url } = await trpc.files.archive.query({ sessionId, nodeId })
      location.assign(url)
      set('idle')
    } catch {
      set('failed')
    }
  }
  return (
    <span className="print:hidden">
      <Button
        size="small"
        busy={state === 'busy'}
        icon={<Archive aria-hidden="true" className="size-4" />}
        onClick={() => void download()}
      >
        {t('downloadAll')}
      </Button>
      {state === 'failed' && (
        <span role="alert" className="ml-3 text-danger text-small">
          {t('takeBackFailed')}
        </span>
      )}
    </span>
  )
}
