import { ArrowLeft, LockOpen, Trophy } from 'lucide-react'
import { useTranslation } from '../../i18n/use-translation.ts'
import { Button } from '../../ui/Button.tsx'
import { ButtonLink } from '../../ui/ButtonLink.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { type ConsoleState, isOver, isRunning } from '../console-state.ts'
import { primaryCommand } from './primary-command.ts'
import { usePrimaryWords } from './use-primary-words.ts'

/** One big button that says what it will do, and what else is close at hand. */
export function ActionBar({ view, command, sessionId }: ConsoleState) {
  const { t } = useTranslation('console')
  const words = usePrimaryWords(view)
  const wish = primaryCommand(view)
  const nodeId = view.step?.nodeId
  if (isOver(view)) {
    return (
      <div className="flex justify-center">
        <ButtonLink to={`/report/${sessionId}`} tone="primary" size="large">
          {t('toReport')}
        </ButtonLink>
      </div>
    )
  }
  return (
    <div className="mx-auto flex max-w-3xl items-center gap-2">
      {nodeId !== undefined && (
        <IconButton
          edged
          label={t('previousStep')}
          icon={<ArrowLeft />}
          disabled={!view.canGoBack}
          onClick={() => void command({ type: 'back', from: nodeId })}
        />
      )}
      {nodeId !== undefined && view.step?.phase === 'closed' && view.step.collects && isRunning(view) && (
        <IconButton
          edged
          label={t('reopen')}
          icon={<LockOpen />}
          onClick={() => void command({ type: 'reopen', nodeId })}
        />
      )}
      {view.scoreboard !== null && (
        <IconButton
          edged
          label={t('hideScores')}
          icon={<Trophy />}
          aria-pressed
          onClick={() => void command({ type: 'show_scoreboard', shown: false })}
        />
      )}
      <Button
        tone="primary"
        size="large"
        wide
        disabled={wish === null}
        aria-keyshortcuts="Space"
        className="min-w-0 px-4 text-body tablet:text-lead"
        onClick={() => wish && void command(wish)}
      >
        <span className="line-clamp-2 text-balance">{words ?? t('done')}</span>
      </Button>
    </div>
  )
}
