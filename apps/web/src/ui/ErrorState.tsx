import { useTranslation } from '../i18n/use-translation.ts'
import { Button } from './Button.tsx'

interface ErrorStateProps {
  /** What happened, in words; without it, that something went wrong and that it is our mistake. */
  readonly title?: string
  readonly hint?: string
  readonly onRetry?: (() => void) | undefined
  readonly retryLabel?: string
}

/** Something failed: what, what it means for the reader, and the way on. */
export function ErrorState({ title, hint, onRetry, retryLabel }: ErrorStateProps) {
  const { t } = useTranslation(['errors', 'common'])
  return (
    <div role="alert" className="mx-auto grid max-w-md content-start gap-3 px-4 py-12">
      <h1 className="font-display font-semibold text-title">{title ?? t('somethingBroke')}</h1>
      <p className="text-soft">{hint ?? (title === undefined ? t('somethingBrokeHint') : null)}</p>
      {onRetry !== undefined && (
        <Button tone="primary" className="mt-3 justify-self-start" onClick={onRetry}>
          {retryLabel ?? t('common:tryAgain')}
        </Button>
      )}
    </div>
  )
}
