import { useTranslation } from '../../i18n/use-translation.ts'
import { AuthoredMarkdown } from '../../participant/step/Authored.tsx'
import { Choosing } from '../../participant/step/Choosing.tsx'
import { MyResult } from '../../participant/step/MyResult.tsx'
import { Picture } from '../../participant/step/Picture.tsx'
import { RoomBars } from '../../participant/step/RoomBars.tsx'
import { StepHeading } from '../../participant/step/StepHeading.tsx'
import type { ParticipantFace } from '../faces.ts'
import { verdictOf } from './verdict.ts'

type QuizFace = ParticipantFace<'quiz'>

/** A quiz on the phone: the question, the options, then how it went. */
export default function QuizParticipant(face: QuizFace) {
  const { content } = face
  return (
    <div className="flex flex-1 flex-col gap-6">
      <StepHeading text={content.text} quiet={content.solution !== null} />
      {content.solution === null ? <Question {...face} /> : <Solution {...face} solution={content.solution} />}
    </div>
  )
}

function Question(face: QuizFace) {
  const { content, act } = face
  const { image, options, several } = content
  return (
    <>
      {image !== null && <Picture image={image} className="max-h-[32dvh]" />}
      <Choosing
        {...face}
        options={options}
        max={several ? options.length : 1}
        onChoose={(choice) => act({ type: 'answer', choice })}
      />
    </>
  )
}

type SolutionProps = QuizFace & { readonly solution: NonNullable<QuizFace['content']['solution']> }

function Solution({ content, own, stepPoints, solution }: SolutionProps) {
  const { t } = useTranslation('phone')
  return (
    <>
      <MyResult verdict={verdictOf(own, solution.correct)} gained={stepPoints} />
      <RoomBars
        options={content.options}
        counts={solution.counts}
        answers={solution.answers}
        mine={own.choice}
        correct={solution.correct}
      />
      {solution.explanation !== null && (
        <section className="grid grid-cols-1 gap-2 border-line border-t pt-5">
          <h2 className="font-display font-semibold text-lead">{t('why')}</h2>
          <AuthoredMarkdown text={solution.explanation} />
        </section>
      )}
    </>
  )
}
