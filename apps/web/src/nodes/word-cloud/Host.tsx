import { useCallback, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { HiddenFromHall, HostQuestion } from '../../host/now/HostQuestion.tsx'
import { useTranslation } from '../../i18n/use-translation.ts'
import { TextField } from '../../ui/TextField.tsx'
import type { HostFace } from '../faces.ts'
import { HostWords, listed } from './HostWords.tsx'
import { ranked } from './ranked.ts'
import { SaveWords } from './SaveWords.tsx'
import { useUnhurried } from './use-unhurried.ts'

type WordCloudFace = HostFace<'word-cloud'>
type Moderate = NonNullable<WordCloudFace['moderate']>

/** Ms between two looks of the list: fast enough to follow, slow enough to read and to press a button in it. */
const pulse = 250

/** The words by how often they were named, and who was first; each can be kept off the screen. */
export default function WordCloudHost({ step, content, moderate }: WordCloudFace) {
  const { t } = useTranslation('wordCloud')
  const [sought, seek] = useState('')
  const all = useUnhurried(content.all, pulse)
  const words = useMemo(() => ranked(all), [all])
  const wish = useLatest(moderate)
  return (
    <HostQuestion text={content.text} image={null}>
      {step.phase !== 'revealed' && !content.live && <HiddenFromHall />}
      <p className="figures text-small text-soft">
        {content.words + content.answers + words.length === 0
          ? t('noWords')
          : `${t('differentWords', { count: content.words })} · ${t('answers', { count: content.answers })}`}
      </p>
      {moderate !== null && words.length > listed && (
        <TextField label={t('find')} type="search" value={sought} onChange={seek} />
      )}
      <HostWords words={words} sought={sought} moderate={moderate === null ? null : wish} />
      {moderate === null && words.length > 0 && <SaveWords title={content.text} words={words} />}
    </HostQuestion>
  )
}

/** Always the same function, which does what the newest one would: so that a long list need not be drawn for its sake. */
function useLatest(moderate: Moderate | null): Moderate {
  const latest = useRef(moderate)
  useLayoutEffect(() => {
    latest.current = moderate
  }, [moderate])
  return useCallback((act) => latest.current?.(act), [])
}
