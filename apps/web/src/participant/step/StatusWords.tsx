import { BookOpen, CircleCheck, CircleSlash, CloudOff, Hourglass, Pause, TriangleAlert } from 'lucide-react'
import { useRejectionWords } from '../../i18n/rejection-words.ts'
import { useTranslation } from '../../i18n/use-translation.ts'
import { cx } from '../../ui/cx.ts'
import type { AnswerStatus } from './answer-status.ts'
import { useStepSituation } from './step-situation.ts'

const icons = {
  hint: null,
  reading: BookOpen,
  paused: Pause,
  sending: null,
  waiting: CloudOff,
  refused: TriangleAlert,
  saved: CircleCheck,
  time_up: Hourglass,
  closed: CircleCheck,
  closed_without: CircleSlash,
} as const satisfies Record<AnswerStatus, unknown>

const colors: Partial<Record<AnswerStatus, string>> = {
  saved: 'text-accent',
  closed: 'text-accent',
  refused: 'text-danger',
  sending: 'text-soft',
}

interface StatusWordsProps {
  readonly status: AnswerStatus
  readonly hint: string
  /** The first sentence alone: there is a button below that needs the room. */
  readonly brief?: boolean
}

/** What happens to the answer, in one place and in words; read aloud when it changes. Keeps its height, so that no option moves under a thumb. */
export function StatusWords({ status, hint, brief = false }: StatusWordsProps) {
  const [words, more] = useStatusWords(status, hint)
  const Icon = icons[status]
  return (
    <div role="status" className={cx('flex items-center gap-2.5 leading-snug', brief ? 'min-h-6' : 'min-h-11')}>
      {Icon !== null && (
        <Icon
          key={status}
          aria-hidden="true"
          className={cx('fade-in size-[1.3em] shrink-0', colors[status])}
          strokeWidth={2.5}
        />
      )}
      <p className="grid">
        <span className={cx('font-semibold', colors[status])}>{words}</span>
        {more !== undefined && (!brief || status === 'waiting') && <span className="text-small text-soft">{more}</span>}
      </p>
    </div>
  )
}

function useStatusWords(status: AnswerStatus, hint: string): readonly [string, string?] {
  const { t } = useTranslation('phone')
  const rejectionWords = useRejectionWords()
  const { refusal } = useStepSituation()
  switch (status) {
    case 'hint':
      return [hint]
    case 'reading':
      return [t('readFirst'), t('readFirstMore')]
    case 'paused':
      return [t('paused'), t('pausedMore')]
    case 'sending':
      return [t('sending')]
    case 'waiting':
      return [t('waiting'), t('kept')]
    case 'refused':
      return [refusal === null ? t('notTaken') : rejectionWords(refusal)]
    case 'saved':
      return [t('saved'), t('canChange')]
    case 'time_up':
      return [t('timeUp')]
    case 'closed':
      return [t('saved'), t('soon')]
    case 'closed_without':
      return [t('closed'), t('soon')]
  }
}
