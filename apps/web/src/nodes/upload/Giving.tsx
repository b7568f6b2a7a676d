import { Camera, Mic, Paperclip, Video } from 'lucide-react'
import { type ChangeEvent, useCallback, useRef, useState } from 'react'
import { useTranslation } from '../../i18n/use-translation.ts'
import { useLiveClient } from '../../live/live-context.ts'
import { useQuestion } from '../../live/use-question.ts'
import { AnswerBar } from '../../participant/step/AnswerBar.tsx'
import { useStepSituation } from '../../participant/step/step-situation.ts'
import { Button } from '../../ui/Button.tsx'
import type { ParticipantFace } from '../faces.ts'
import { acceptOf, refusedAtOnce } from './accepting.ts'
import { Recorder } from './Recorder.tsx'
import { canRecord } from './sending/recording.ts'
import { isUnderWay } from './sending/upload-state.ts'
import type { useUploads } from './sending/use-uploads.ts'

interface GivingProps extends ParticipantFace<'upload'> {
  readonly uploads: ReturnType<typeof useUploads>
}

/** Phones have a camera that a page may open. */
const isPhone = matchMedia('(pointer: coarse)').matches

/** The bar at the foot: camera, microphone, files, as far as the step takes them and there is room. */
export function Giving({ step, content, own, canAct, actState, uploads }: GivingProps) {
  const { t } = useTranslation('upload')
  const { window } = useStepSituation()
  const { trpc } = useLiveClient()
  const { answer: limits } = useQuestion(useCallback(() => trpc.files.limits.query(), [trpc]))
  const [isRecording, setRecording] = useState(false)
  const { accepts, maxFiles } = content

  const known = new Set(own.files.map(({ id }) => id))
  const here = uploads.states.filter(({ id, nodeId }) => nodeId === step.nodeId && !known.has(id))
  const arrived = own.files.filter(({ why }) => why === null).length
  const count = arrived + here.filter(({ stage }) => stage !== 'refused').length
  const left = Math.max(0, maxFiles - count)

  const give = (files: readonly File[]) => {
    for (const [index, file] of files.entries()) {
      const refusal =
        index >= left ? ({ code: 'no_room', params: { max: maxFiles } } as const) : refusedAtOnce(file, accepts, limits)
      if (refusal === null) void uploads.add(step.nodeId, file)
      else uploads.refuse(step.nodeId, file, refusal)
    }
  }
  const takes = (kind: (typeof accepts)[number]) => accepts.includes(kind)
  const camera = isPhone && (takes('picture') || takes('video'))
  const hint = left === 0 ? t('enough', { count: maxFiles }) : t('filesOf', { count, max: maxFiles })
  const max = limits === null ? null : Math.floor(limits.maxBytes / (1024 * 1024))
  const mayGive = window === 'open' && canAct && left > 0
  return (
    <AnswerBar
      step={step}
      hint={hint}
      state={actState === 'saved' ? 'none' : actState}
      given={arrived > 0 && window !== 'open'}
      unsent={here.some(isUnderWay)}
    >
      {mayGive && isRecording && (
        <Recorder
          onDone={(file) => {
            setRecording(false)
            give([file])
          }}
          onCancel={() => setRecording(false)}
        />
      )}
      {mayGive && !isRecording && (
        <div className="grid grid-cols-1 gap-3">
          {camera && takes('picture') && (
            <Picker label={t('takePhoto')} icon={Camera} accept="image/*" capture primary onPick={give} />
          )}
          <div className="flex flex-wrap gap-3 [&>button]:grow [&>button]:basis-36 [&>button]:px-3">
            {camera && takes('video') && (
              <Picker label={t('recordVideo')} icon={Video} accept="video/*" capture onPick={give} />
            )}
            {takes('audio') && canRecord() && (
              <Button icon={<Mic aria-hidden="true" className="size-5" />} onClick={() => setRecording(true)}>
                {t('record')}
              </Button>
            )}
            <Picker
              label={t('chooseFile')}
              icon={Paperclip}
              accept={acceptOf(accepts, limits)}
              multiple={left > 1}
              primary={!camera}
              onPick={give}
            />
          </div>
          {max !== null && <p className="text-small text-soft">{t('upTo', { count: left, max })}</p>}
        </div>
      )}
    </AnswerBar>
  )
}

interface PickerProps {
  readonly label: string
  readonly icon: typeof Camera
  readonly accept: string | undefined
  /** Opens the camera. */
  readonly capture?: boolean
  readonly multiple?: boolean
  readonly primary?: boolean
  readonly onPick: (files: readonly File[]) => void
}

/** A button that opens the browser's own way to choose a file. */
function Picker({
  label,
  icon: Icon,
  accept,
  capture = false,
  multiple = false,
  primary = false,
  onPick,
}: PickerProps) {
  const input = useRef<HTMLInputElement>(null)
  const picked = ({ target }: ChangeEvent<HTMLInputElement>) => {
    onPick([...(target.files ?? [])])
    // The same file can be chosen again.
    target.value = ''
  }
  return (
    <>
      <input
        ref={input}
        type="file"
        accept={accept}
        multiple={multiple}
        {...(capture && { capture: 'environment' as const })}
        onChange={picked}
        aria-label={label}
        tabIndex={-1}
        className="sr-only"
      />
      <Button
        tone={primary ? 'primary' : 'quiet'}
        size={primary ? 'large' : 'normal'}
        icon={<Icon aria-hidden="true" className="size-5" />}
        onClick={() => input.current?.click()}
      >
        {label}
      </Button>
    </>
  )
}
