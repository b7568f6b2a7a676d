import { Pencil } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from '../../i18n/use-translation.ts'
import { Button } from '../../ui/Button.tsx'

interface SlipActionsProps {
  readonly onChange: () => void
  readonly onTakeBack: () => void
  /** Beside the words that take it back. */
  readonly icon: ReactNode
}

/** At the foot of something that I wrote: to change it, or to take it back. */
export function SlipActions({ onChange, onTakeBack, icon }: SlipActionsProps) {
  const { t } = useTranslation('phone')
  return (
    <div className="flex flex-wrap border-line border-t px-1">
      <Button tone="plain" size="small" icon={<Pencil aria-hidden="true" className="size-4" />} onClick={onChange}>
        {t('change')}
      </Button>
      <Button tone="plain" size="small" icon={icon} onClick={onTakeBack}>
        {t('takeBack')}
      </Button>
    </div>
  )
}
