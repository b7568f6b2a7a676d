import { useTranslation } from '../../i18n/use-translation.ts'
import { AuthoredMarkdown } from '../../participant/step/Authored.tsx'
import { StepHeading } from '../../participant/step/StepHeading.tsx'
import type { ParticipantFace } from '../faces.ts'

/** The last words of the workshop. What a person may keep stands below them (`OverPage`). */
export default function EndParticipant({ content }: ParticipantFace<'end'>) {
  const { t } = useTranslation('phone')
  return (
    <div className="grid grid-cols-1 gap-4">
      <StepHeading text={content.headline ?? t('thankYou')} />
      {content.text !== null && <AuthoredMarkdown text={content.text} />}
    </div>
  )
}
