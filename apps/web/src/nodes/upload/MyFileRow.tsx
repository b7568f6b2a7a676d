import { CircleCheck, Eye, ScanSearch, TriangleAlert, Undo2 } from 'lucide-react'
import { useState } from 'react'
import { FilePicture } from '../../files/FilePicture.tsx'
import { FilePlayer } from '../../files/FilePlayer.tsx'
import { refusalOfCode, useFileRefusalWords } from '../../files/file-refusal-words.ts'
import { useKindWords } from '../../files/kind-words.ts'
import { useTranslation } from '../../i18n/use-translation.ts'
import { useLiveClient } from '../../live/live-context.ts'
import { Button } from '../../ui/Button.tsx'
import { cx } from '../../ui/cx.ts'
import { Notice } from '../../ui/Notice.tsx'
import type { ParticipantFace } from '../faces.ts'
import { CaptionField, SayButton } from './CaptionField.tsx'
import { FileRow } from './FileRow.tsx'
import { pictureSent } from './sending/sent-pictures.ts'

type OwnFile = ParticipantFace<'upload'>['own']['files'][number]

interface MyFileRowProps {
  readonly file: OwnFile
  readonly caption: string
  readonly maxCaption: number
  readonly onSay: ((text: string) => void) | undefined
}

const signs = {
  checking: { Icon: ScanSearch, className: 'text-soft' },
  kept: { Icon: CircleCheck, className: 'text-accent' },
  shown: { Icon: Eye, className: 'text-accent' },
  refused: { Icon: TriangleAlert, className: 'text-danger' },
} as const satisfies Record<OwnFile['stage'], unknown>

/** A file of mine that the step knows: checked, kept, shown to all, or refused in words. */
export function MyFileRow({ file, caption, maxCaption, onSay }: MyFileRowProps) {
  const { t } = useTranslation('upload')
  const kinds = useKindWords()
  const words = useFileRefusalWords()
  const [isWriting, write] = useState(false)
  const { stage, kind, why, facts } = file
  const { Icon, className } = signs[stage]
  const isReady = stage === 'kept' || stage === 'shown'
  const isHeard = isReady && (kind === 'audio' || kind === 'video')
  return (
    <FileRow
      picture={
        <FilePicture
          file={{ id: file.id, kind, caption }}
          hasPreview={facts?.hasPreview ?? false}
          variant="thumb"
          fit="cover"
          meanwhile={stage === 'refused' ? null : pictureSent(file.id)}
        />
      }
      title={caption || kinds[kind]}
      status={
        <p role="status" className={cx('flex items-start gap-2 text-small', className)}>
          <Icon aria-hidden="true" className="mt-0.5 size-4 shrink-0" />
          <span>{stage === 'refused' ? words(refusalOfCode(why ?? '')) : t(stage)}</span>
        </p>
      }
      actions={
        isWriting ? undefined : (
          <>
            {onSay !== undefined && stage !== 'refused' && (
              <SayButton has={caption !== ''} onClick={() => write(true)} />
            )}
            <TakeBack fileId={file.id} isRefused={stage === 'refused'} />
          </>
        )
      }
    >
      {isHeard && (
        <div className="border-line border-t p-3">
          <FilePlayer file={{ id: file.id, kind, caption }} className="max-h-64 w-full" />
        </div>
      )}
      {isWriting && onSay !== undefined && (
        <CaptionField text={caption} max={maxCaption} onSay={onSay} onClose={() => write(false)} />
      )}
    </FileRow>
  )
}

/** A file is taken back where it is: its bytes go first, then the step hears of it. */
function TakeBack({ fileId, isRefused }: { readonly fileId: string; readonly isRefused: boolean }) {
  const { t } = useTranslation('upload')
  const { trpc } = useLiveClient()
  const [state, set] = useState<'idle' | 'busy' | 'failed'>('idle')
  const takeBack = async () => {
    set('busy')
    await trpc.files.remove.mutate({ fileId }).catch(() => set('failed'))
  }
  return (
    <>
      <Button
        tone="plain"
        size="small"
        busy={state === 'busy'}
        icon={<Undo2 aria-hidden="true" className="size-4" />}
        onClick={() => void takeBack()}
      >
        {t(isRefused ? 'dismiss' : 'takeBack')}
      </Button>
      {state === 'failed' && (
        <div className="w-full px-3 pb-3">
          <Notice tone="refused">{t('takeBackFailed')}</Notice>
        </div>
      )}
    </>
  )
}
