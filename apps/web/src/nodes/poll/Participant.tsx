import { useTranslation } from '../../i18n/use-translation.ts'
import { Choosing } from '../../participant/step/Choosing.tsx'
import { RoomBars } from '../../participant/step/RoomBars.tsx'
import { StepHeading } from '../../participant/step/StepHeading.tsx'
import type { ParticipantFace } from '../faces.ts'

type PollFace = ParticipantFace<'poll'>

/** A poll on the phone: choose, then see what the room says. */
export default function PollParticipant(face: PollFace) {
  const { t } = useTranslation('phone')
  const { content, own } = face
  return (
    <div className="flex flex-1 flex-col gap-6">
      <StepHeading text={content.text} quiet={content.results !== null} />
      {content.results === null ? (
        <Choosing
          {...face}
          options={content.options}
          max={content.maxChoices}
          onChoose={(choice) => face.act({ type: 'vote', choice })}
        />
      ) : (
        <>
          {own.choice === null && <p className="text-soft">{t('notAnswered')}</p>}
          <RoomBars
            options={content.options}
            counts={content.results.counts}
            answers={content.results.votes}
            mine={own.choice}
          />
        </>
      )}
    </div>
  )
}
