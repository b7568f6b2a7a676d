import { InfinityIcon, Pause, Play } from 'lucide-react'
import { useTranslation } from '../../i18n/use-translation.ts'
import { Button } from '../../ui/Button.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { Timer } from '../../ui/Timer.tsx'
import { type ConsoleState, isRunning } from '../console-state.ts'
import { FairTime } from './FairTime.tsx'

/** The step's clock, with what can be done to it. */
export function TimeControls({ view, command, now }: ConsoleState) {
  const { t } = useTranslation('console')
  const { step, phase } = view
  if (step === null || !isRunning(view)) return null
  const isOpen = step.phase === 'open'
  const hasDeadline = step.collects && isOpen && step.deadline !== null
  const clock = step.collects && isOpen ? step.deadline : step.goesOnAt
  const mayExtend = clock !== null || (step.collects && isOpen)
  const left = clock !== null && step.pausedAt !== null ? clock - step.pausedAt : null
  const { nodeId } = step
  return (
    <fieldset className="flex items-center gap-2" aria-label={t('time')}>
      <Timer deadline={clock} now={now} pausedWith={left} sayPaused={false} className="min-w-14 text-lead" />
      {hasDeadline && <FairTime />}
      {phase === 'paused' ? (
        <IconButton edged label={t('resume')} icon={<Play />} onClick={() => void command({ type: 'resume' })} />
      ) : (
        <IconButton edged label={t('pause')} icon={<Pause />} onClick={() => void command({ type: 'pause' })} />
      )}
      {mayExtend && (
        <Button
          size="small"
          aria-label={t('plusThirty')}
          onClick={() => void command({ type: 'extend', nodeId, seconds: 30 })}
        >
          {t('plusThirtyShort')}
        </Button>
      )}
      {clock !== null && (
        <IconButton
          edged
          label={t('noLimit')}
          icon={<InfinityIcon />}
          onClick={() => void command({ type: 'extend', nodeId, seconds: null })}
        />
      )}
    </fieldset>
  )
}
