import { useTranslation } from '../../i18n/use-translation.ts'
import { ScreenQuestion } from '../../screen/question/ScreenQuestion.tsx'
import { FitText } from '../../ui/FitText.tsx'
import type { ScreenFace } from '../faces.ts'
import { CloudPicture } from './CloudPicture.tsx'

/** The question alone until there is something to show; then the cloud, and how much went into it. */
export default function WordCloudScreen({ content }: ScreenFace<'word-cloud'>) {
  const { t } = useTranslation('wordCloud')
  const { text, cloud } = content
  if (cloud === null || cloud.answers === 0) {
    return (
      <h1 className="flex size-full items-center font-bold font-display">
        <FitText text={text} />
      </h1>
    )
  }
  return (
    <ScreenQuestion text={text} quiet>
      <div className="grid size-full grid-rows-[minmax(0,1fr)_auto] gap-[calc(16*var(--u))]">
        <CloudPicture words={cloud.top} />
        <p className="figures text-[calc(28*var(--u))] text-soft">
          {t('differentWords', { count: cloud.words })} · {t('answers', { count: cloud.answers })}
        </p>
      </div>
    </ScreenQuestion>
  )
}
