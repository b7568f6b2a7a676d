import { useTranslation } from '../../i18n/use-translation.ts'
import { Button } from '../../ui/Button.tsx'
import { ButtonLink } from '../../ui/ButtonLink.tsx'

interface DoorActionsProps {
  /** What can be tried; `null` where nothing can. */
  readonly again: { readonly words: string; readonly busy: boolean; readonly onPress: () => void } | null
}

/** What can be done before a door that is shut: try again where that may help, or go to another one. */
export function DoorActions({ again }: DoorActionsProps) {
  const { t } = useTranslation('door')
  return (
    <div className="grid gap-3">
      {again !== null && (
        <Button tone="primary" size="large" wide busy={again.busy} onClick={again.onPress}>
          {again.words}
        </Button>
      )}
      <ButtonLink to="/" size="large" wide>
        {t('another')}
      </ButtonLink>
    </div>
  )
}
