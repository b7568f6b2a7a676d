import type { FileKind } from '@humuus/workshop-engine'
import { CloudOff, Pause, Play, ScanSearch, TriangleAlert, X } from 'lucide-react'
import { useState } from 'react'
import { FilePicture } from '../../files/FilePicture.tsx'
import { useFileRefusalWords } from '../../files/file-refusal-words.ts'
import { useKindWords } from '../../files/kind-words.ts'
import { useTranslation } from '../../i18n/use-translation.ts'
import { Button } from '../../ui/Button.tsx'
import { cx } from '../../ui/cx.ts'
import { CaptionField, SayButton } from './CaptionField.tsx'
import { FileRow } from './FileRow.tsx'
import { isUnderWay, percentOf, type UploadState } from './sending/upload-state.ts'
import type { Uploads } from './sending/uploads.ts'

interface UploadRowProps {
  readonly upload: UploadState
  readonly kind: FileKind
  readonly uploads: Pick<Uploads, 'pause' | 'resume' | 'cancel'>
  /** What the step takes. */
  readonly accepts: readonly FileKind[]
  readonly caption: string
  readonly maxCaption: number
  readonly onSay: ((text: string) => void) | undefined
}

/** A file on its way: how much of it has arrived, what it waits for, and how to stop it. */
export function UploadRow({ upload, kind, uploads, accepts, caption, maxCaption, onSay }: UploadRowProps) {
  const { t } = useTranslation(['upload', 'phone'])
  const kinds = useKindWords()
  const [isWriting, write] = useState(false)
  const { id, name, stage, isKept, picture } = upload
  const isRefused = stage === 'refused'
  return (
    <FileRow
      picture={
        <FilePicture
          file={{ id, kind, caption: name }}
          hasPreview={false}
          variant="thumb"
          fit="cover"
          meanwhile={isRefused ? null : picture}
        />
      }
      title={caption || name || kinds[kind]}
      status={<Status upload={upload} accepts={accepts} />}
      actions={
        isWriting || stage === 'arrived' ? undefined : (
          <>
            {onSay !== undefined && !isRefused && <SayButton has={caption !== ''} onClick={() => write(true)} />}
            {stage === 'paused' ? (
              <Action icon={Play} label={t('goOn')} onClick={() => uploads.resume(id)} />
            ) : (
              !isRefused && <Action icon={Pause} label={t('pause')} onClick={() => uploads.pause(id)} />
            )}
            <Action icon={X} label={t(isRefused ? 'dismiss' : 'cancel')} onClick={() => uploads.cancel(id)} />
          </>
        )
      }
    >
      {isWriting && onSay !== undefined && (
        <CaptionField text={caption} max={maxCaption} onSay={onSay} onClose={() => write(false)} />
      )}
      {!isKept && isUnderWay(upload) && <p className="border-line border-t px-4 py-3 text-small">{t('notKept')}</p>}
    </FileRow>
  )
}

function Status({ upload, accepts }: Pick<UploadRowProps, 'upload' | 'accepts'>) {
  const { t } = useTranslation('upload')
  const refused = useFileRefusalWords()
  const kinds = useKindWords()
  const { stage, refusal } = upload
  const percent = percentOf(upload)
  const refusalWords = () => {
    if (refusal === null) return t('refused')
    // Of what is taken in general, this step may take only some.
    if (refusal.code === 'file_type') return t('takenHere', { kinds: accepts.map((kind) => kinds[kind]).join(', ') })
    return refused(refusal)
  }
  if (stage === 'refused') {
    return (
      <p role="status" className="flex items-start gap-2 text-danger text-small">
        <TriangleAlert aria-hidden="true" className="mt-0.5 size-4 shrink-0" />
        <span>{refusalWords()}</span>
      </p>
    )
  }
  if (stage === 'arrived') {
    return (
      <p role="status" className="flex items-center gap-2 text-small text-soft">
        <ScanSearch aria-hidden="true" className="size-4" />
        {t('checking')}
      </p>
    )
  }
  const words = {
    queued: t('queued'),
    sending: t('sendingPercent', { percent }),
    paused: t('paused', { percent }),
    waiting: t('waiting', { percent }),
  }[stage]
  return (
    <div className="grid gap-2">
      <p role={stage === 'sending' ? undefined : 'status'} className="figures flex items-center gap-2 text-small">
        {stage === 'waiting' && <CloudOff aria-hidden="true" className="size-4 shrink-0" />}
        {words}
      </p>
      <Bar percent={percent} name={upload.name} isStill={stage !== 'sending'} />
    </div>
  )
}

function Bar({
  percent,
  name,
  isStill,
}: {
  readonly percent: number
  readonly name: string
  readonly isStill: boolean
}) {
  const { t } = useTranslation('upload')
  return (
    <div
      role="progressbar"
      aria-label={t('progressOf', { name })}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={percent}
      className="h-1.5 overflow-hidden rounded-full bg-line"
    >
      <div
        className={cx(
          'h-full origin-left rounded-full transition-transform duration-(--grow) ease-out',
          isStill ? 'bg-edge' : 'bg-accent',
        )}
        style={{ transform: `scaleX(${percent / 100})` }}
      />
    </div>
  )
}

interface ActionProps {
  readonly icon: typeof Pause
  readonly label: string
  readonly onClick: () => void
}

function Action({ icon: Icon, label, onClick }: ActionProps) {
  return (
    <Button tone="plain" size="small" icon={<Icon aria-hidden="true" className="size-4" />} onClick={onClick}>
      {label}
    </Button>
  )
}
