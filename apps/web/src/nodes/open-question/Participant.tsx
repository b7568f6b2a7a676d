import { useTranslation } from '../../i18n/use-translation.ts'
import { StepHeading } from '../../participant/step/StepHeading.tsx'
import { AnswerWall } from '../../ui/AnswerWall.tsx'
import type { ParticipantFace } from '../faces.ts'
import { MyAnswers } from './MyAnswers.tsx'
import { Writing } from './Writing.tsx'

type OpenQuestionFace = ParticipantFace<'open-question'>

/** More than a phone scrolls through; the newest of them. */
const wallLength = 60

/** A question to answer in one's own words, then what everybody wrote. */
export default function OpenQuestionParticipant(face: OpenQuestionFace) {
  const { content } = face
  return (
    <div className="flex flex-1 flex-col gap-6">
      <StepHeading text={content.text} quiet={content.answers !== null} />
      {content.answers === null ? <Writing {...face} /> : <Read {...face} answers={content.answers} />}
    </div>
  )
}

type ReadProps = OpenQuestionFace & { readonly answers: NonNullable<OpenQuestionFace['content']['answers']> }

function Read({ own, answers }: ReadProps) {
  const { t } = useTranslation('phone')
  const shown = answers.slice(-wallLength)
  const hidden = answers.length - shown.length
  return (
    <>
      <MyAnswers texts={own.texts} />
      <section className="grid grid-cols-1 gap-4 border-line border-t pt-5">
        <h2 className="font-display font-semibold text-lead">{t('theRoom')}</h2>
        <AnswerWall answers={shown.map(({ id, text, name }) => ({ id, text, name: name ?? undefined }))} />
        {hidden > 0 && <p className="text-soft">{t('moreAnswers', { count: hidden })}</p>}
      </section>
    </>
  )
}
