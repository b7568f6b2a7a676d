import { useTranslation } from '../i18n/use-translation.ts'
import { DeskShell } from '../ui/DeskShell.tsx'
import { LanguageChoice } from '../ui/LanguageChoice.tsx'
import { ThemeChoice } from '../ui/ThemeChoice.tsx'
import { useTitle } from '../ui/use-title.ts'
import { Choices } from './Choices.tsx'
import { Controls } from './Controls.tsx'
import { Drawn } from './Drawn.tsx'
import { Layers } from './Layers.tsx'
import { Pictures } from './Pictures.tsx'
import { Results } from './Results.tsx'
import { Room } from './Room.tsx'
import { States } from './States.tsx'

/** `/_styles`: every token and every component in every state. */
export default function StylesPage() {
  const { t } = useTranslation('styles')
  useTitle(t('title'))
  return (
    <DeskShell
      title={t('title')}
      intro={t('intro')}
      action={
        <div className="flex flex-wrap gap-3">
          <LanguageChoice quiet />
          <ThemeChoice quiet />
        </div>
      }
    >
      <Drawn />
      <Controls />
      <Choices />
      <Layers />
      <Room />
      <Results />
      <Pictures />
      <States />
    </DeskShell>
  )
}
