import { Square } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { lengthWords } from '../../files/length-words.ts'
import { useTranslation } from '../../i18n/use-translation.ts'
import { useHold } from '../../live/use-hold.ts'
import { Button } from '../../ui/Button.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { type Recording, startRecording } from './sending/recording.ts'

interface RecorderProps {
  readonly onDone: (file: File) => void
  readonly onCancel: () => void
}

/** Nobody wants to listen for longer (seconds). */
const longest = 600

type Stage = 'opening' | 'running' | 'preparing' | 'no_microphone' | 'failed'

/** Records at once; to be sent or thrown away. */
export function Recorder({ onDone, onCancel }: RecorderProps) {
  const { t } = useTranslation('upload')
  const [stage, setStage] = useState<Stage>('opening')
  const [seconds, setSeconds] = useState(0)
  const recording = useRef<Recording | null>(null)
  const name = t('recordingName')
  useHold('draft', stage === 'running' || stage === 'preparing')

  useEffect(() => {
    let isOver = false
    const clock = setInterval(() => setSeconds((before) => before + (recording.current === null ? 0 : 1)), 1_000)
    startRecording(name).then(
      (started) => {
        if (isOver) return started.discard()
        recording.current = started
        setStage('running')
      },
      () => setStage('no_microphone'),
    )
    return () => {
      isOver = true
      clearInterval(clock)
      recording.current?.discard()
    }
  }, [name])

  const stop = async () => {
    const running = recording.current
    if (running === null) return
    recording.current = null
    setStage('preparing')
    try {
      onDone(await running.stop())
    } catch {
      setStage('failed')
    }
  }
  const isTooLong = seconds >= longest
  useEffect(() => {
    if (isTooLong) void stop()
  }, [isTooLong])

  if (stage === 'no_microphone' || stage === 'failed') {
    return (
      <div className="grid grid-cols-1 gap-3">
        <Notice tone="refused">{t(stage === 'failed' ? 'recordingFailed' : 'noMicrophone')}</Notice>
        <Button size="large" onClick={onCancel}>
          {t('dismiss')}
        </Button>
      </div>
    )
  }
  return (
    <div className="grid grid-cols-1 gap-3">
      <p role="status" className="flex items-center gap-3 font-semibold">
        <span aria-hidden="true" className="size-3 rounded-full bg-danger" />
        {stage === 'preparing' ? t('preparing') : t('recording')}
        <span aria-hidden="true" className="figures ml-auto">
          {lengthWords(seconds)}
        </span>
      </p>
      <div className="flex flex-wrap gap-3">
        <Button size="large" className="grow" disabled={stage === 'preparing'} onClick={onCancel}>
          {t('discardRecording')}
        </Button>
        <Button
          tone="primary"
          size="large"
          className="grow-3"
          busy={stage !== 'running'}
          icon={<Square aria-hidden="true" className="size-5" />}
          onClick={() => void stop()}
        >
          {t('stopRecording')}
        </Button>
      </div>
    </div>
  )
}
