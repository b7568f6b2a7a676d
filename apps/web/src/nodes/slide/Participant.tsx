import { useTranslation } from '../../i18n/use-translation.ts'
import { Authored, AuthoredMarkdown } from '../../participant/step/Authored.tsx'
import { Picture } from '../../participant/step/Picture.tsx'
import { StepHeading } from '../../participant/step/StepHeading.tsx'
import type { ParticipantFace } from '../faces.ts'

/** A slide on the phone: the same words and pictures as on the screen, in one column. */
export default function SlideParticipant({ content }: ParticipantFace<'slide'>) {
  const { t } = useTranslation('phone')
  const { headline, subheading, text, images } = content
  return (
    <div className="grid grid-cols-1 gap-5">
      <StepHeading text={headline ?? t('lookUp')} quiet={headline === null} />
      {subheading !== null && (
        <p className="text-lead text-soft">
          <Authored>{subheading}</Authored>
        </p>
      )}
      {images.map((image) => (
        <Picture key={image.url} image={image} />
      ))}
      {text !== null && <AuthoredMarkdown text={text} />}
    </div>
  )
}
