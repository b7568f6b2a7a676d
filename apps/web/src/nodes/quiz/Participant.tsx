import { useTranslation } from '../../i18n/use-translation.ts'
import { AuthoredMarkdown } from '../../participant/step/Authored.tsx'
import { ChooseOne } from '../../participant/step/ChooseOne.tsx'
import { ChooseSeveral } from '../../participant/step/ChooseSeveral.tsx'
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

function Question({ step, content, own, sent, canAct, actState, act }: QuizFace) {
  const shared = {
    step,
    options: content.options,
    given: own.choice,
    sent: sent.at(-1)?.choice ?? null,
    canAct,
    actState,
    onChoose: (choice: number[]) => act({ type: 'answer', choice }),
  }
  return (
    <>
      {content.image !== null && <Picture image={content.image} className="max-h-[32dvh]" />}
      {content.several ? <ChooseSeveral {...shared} max={content.options.length} /> : <ChooseOne {...shared} />}
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
