import { Heart } from 'lucide-react'
import { useTranslation } from '../../i18n/use-translation.ts'
import { cx } from '../../ui/cx.ts'

interface VoteButtonProps {
  readonly isMine: boolean
  readonly disabled: boolean
  readonly onVote: (on: boolean) => void
}

/** Gives a vote, or takes it back. */
export function VoteButton({ isMine, disabled, onVote }: VoteButtonProps) {
  const { t } = useTranslation('upload')
  return (
    <button
      type="button"
      aria-pressed={isMine}
      disabled={disabled}
      onClick={() => onVote(!isMine)}
      className={cx(
        'flex min-h-11 items-center justify-center gap-2 border-line border-t px-3 font-semibold -outline-offset-2 disabled:text-soft',
        isMine && 'bg-wash text-accent',
      )}
    >
      <Heart aria-hidden="true" className={cx('size-4 shrink-0', isMine && 'fill-current')} />
      {t(isMine ? 'voted' : 'vote')}
    </button>
  )
}
