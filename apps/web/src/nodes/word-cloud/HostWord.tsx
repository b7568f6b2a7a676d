import { Eye, EyeOff } from 'lucide-react'
import { memo } from 'react'
import { useTranslation } from '../../i18n/use-translation.ts'
import { IconButton } from '../../ui/IconButton.tsx'
import type { HostFace } from '../faces.ts'
import { WordLine } from './WordLine.tsx'

type WordCloudFace = HostFace<'word-cloud'>

type HostWordProps = WordCloudFace['content']['all'][string] & {
  readonly word: string
  readonly moderate: WordCloudFace['moderate']
}

/** A word, who was first to give it, and the eye that keeps it off the screen. Drawn anew only when it changed itself. */
export const HostWord = memo(function HostWord({ word, text, count, hidden, names, moderate }: HostWordProps) {
  const { t } = useTranslation('wordCloud')
  const others = count - names.length
  const first = names.join(', ')
  return (
    <WordLine
      text={text}
      count={count}
      isHidden={hidden}
      names={others > 0 ? t('moreNames', { names: first, count: others }) : first}
      end={
        moderate !== null && (
          <IconButton
            label={hidden ? t('showOf', { text }) : t('hideOf', { text })}
            icon={hidden ? <EyeOff /> : <Eye />}
            aria-pressed={hidden}
            onClick={() => moderate({ type: 'hide', word, hidden: !hidden })}
          />
        )
      }
    />
  )
})
