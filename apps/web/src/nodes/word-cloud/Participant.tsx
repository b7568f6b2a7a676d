import { useTranslation } from '../../i18n/use-translation.ts'
import { StepHeading } from '../../participant/step/StepHeading.tsx'
import type { ParticipantFace } from '../faces.ts'
import { Giving } from './Giving.tsx'
import { ranked } from './ranked.ts'
import { WordLine } from './WordLine.tsx'

type WordCloudFace = ParticipantFace<'word-cloud'>

/** Words to give, then which were named most, with mine among them. */
export default function WordCloudParticipant(face: WordCloudFace) {
  const { content } = face
  return (
    <div className="flex flex-1 flex-col gap-6">
      <StepHeading text={content.text} quiet={content.cloud !== null} />
      {content.cloud === null ? <Giving {...face} /> : <Named {...face} cloud={content.cloud} />}
    </div>
  )
}

type NamedProps = WordCloudFace & { readonly cloud: NonNullable<WordCloudFace['content']['cloud']> }

function Named({ own, cloud }: NamedProps) {
  const { t } = useTranslation(['wordCloud', 'phone'])
  const words = ranked(cloud.top)
  const mine = new Set(own.mine.map(({ word }) => word))
  const further = cloud.words - words.length
  return (
    <>
      {own.mine.length === 0 ? (
        <p className="text-soft">{t('phone:notAnswered')}</p>
      ) : (
        <section className="grid grid-cols-1 gap-3">
          <h2 className="font-semibold text-small">{t('yourWords', { count: own.mine.length })}</h2>
          <ul className="flex flex-wrap gap-2">
            {own.mine.map(({ word, text }) => (
              <li key={word} className="break-words rounded-one bg-wash px-3 py-1.5 font-semibold text-accent">
                {text}
              </li>
            ))}
          </ul>
        </section>
      )}
      <section className="grid grid-cols-1 gap-4 border-line border-t pt-5">
        <h2 className="font-display font-semibold text-lead">{t('mostNamed')}</h2>
        <p className="figures text-small text-soft">
          {t('differentWords', { count: cloud.words })} · {t('answers', { count: cloud.answers })}
        </p>
        <ol style={{ '--most': words[0]?.count ?? 1 }} className="grid grid-cols-1 gap-3">
          {words.map(({ word, ...shown }) => (
            <WordLine key={word} {...shown} isMine={mine.has(word)} />
          ))}
        </ol>
        {further > 0 && <p className="text-soft">{t('more', { count: further })}</p>}
      </section>
    </>
  )
}
