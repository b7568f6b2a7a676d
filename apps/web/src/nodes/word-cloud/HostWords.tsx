import { memo } from 'react'
import { useTranslation } from '../../i18n/use-translation.ts'
import type { HostFace } from '../faces.ts'
import { HostWord } from './HostWord.tsx'

type WordCloudFace = HostFace<'word-cloud'>
type Word = WordCloudFace['content']['all'][string] & { readonly word: string }

/** More than a console scrolls through; the rest is found by its letters. */
export const listed = 100

interface HostWordsProps {
  /** The first named most. */
  readonly words: readonly Word[]
  /** Letters of those that are looked for; empty for all. */
  readonly sought: string
  readonly moderate: WordCloudFace['moderate']
}

/** Words in the cloud, then those that are kept out of it. Drawn only when one of them has changed. */
export const HostWords = memo(function HostWords({ words, sought, moderate }: HostWordsProps) {
  const { t } = useTranslation('wordCloud')
  const most = words[0]?.count ?? 1
  const letters = sought.trim().toLowerCase()
  const found = words.filter(({ text }) => text.toLowerCase().includes(letters))
  const hidden = found.filter((word) => word.hidden)
  const shown = found.filter((word) => !word.hidden)
  const further = shown.length - listed
  const line = (word: Word) => <HostWord key={word.word} {...word} moderate={moderate} />
  return (
    <div style={{ '--most': most }} className="grid grid-cols-1 gap-6">
      {shown.length > 0 && <ol className="grid grid-cols-1 gap-3">{shown.slice(0, listed).map(line)}</ol>}
      {further > 0 && <p className="text-soft">{t('more', { count: further })}</p>}
      {hidden.length > 0 && (
        <section className="grid grid-cols-1 gap-3 border-line border-t pt-5">
          <h3 className="font-semibold text-small">{t('hidden')}</h3>
          <ul className="grid grid-cols-1 gap-3">{hidden.map(line)}</ul>
        </section>
      )}
    </div>
  )
})
