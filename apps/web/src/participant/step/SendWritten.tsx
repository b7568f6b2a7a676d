import type { ReactNode } from 'react'
import { useTranslation } from '../../i18n/use-translation.ts'
import { Button } from '../../ui/Button.tsx'

interface SendWrittenProps {
  /** Id of the form that it sends. */
  readonly form: string
  readonly disabled: boolean
  /** Leaves what is being changed as it was; `null` where something new is written. */
  readonly onKeep: (() => void) | null
  readonly children: ReactNode
}

/** Sends what was written, or leaves what was there before. */
export function SendWritten({ form, disabled, onKeep, children }: SendWrittenProps) {
  const { t } = useTranslation('phone')
  return (
    <div className="flex flex-wrap gap-3">
      {onKeep !== null && (
        <Button size="large" className="grow" onClick={onKeep}>
          {t('keepAnswer')}
        </Button>
      )}
      <Button tone="primary" size="large" className="grow-3" type="submit" form={form} disabled={disabled}>
        {children}
      </Button>
    </div>
  )
}
