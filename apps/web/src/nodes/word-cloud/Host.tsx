import { useState } from 'react'
import { HiddenFromHall, HostQuestion } from '../../host/now/HostQuestion.tsx'
import { useTranslation } from '../../i18n/use-translation.ts'
import { TextField } from '../../ui/TextField.tsx'
import type { HostFace } from '../faces.ts'
import { HostWord } from './HostWord.tsx'
import { ranked } from './ranked.ts'
import { SaveWords } from './SaveWords.tsx'

/** More than a console scrolls through; the rest is found by its letters. */
const listed = 100

/** The words by how often they were named, and who was first; each can be kept off the screen. */
export default function WordCloudHost({ step, content, moderate }: HostFace<'word-cloud'>) {
  const { t } = useTranslation('wordCloud')
  const [sought, seek] = useState('')
  const words = ranked(content.all)
  const most = words[0]?.count ?? 1
  const found = words.filter(({ text }) => sought === '' || contains(text, sought))
  const hidden = found.filter((word) => word.hidden)
  const shown = found.filter((word) => !word.hidden)
  const further = shown.length - listed
  const line = (word: (typeof words)[number]) => (
    <HostWord key={word.word} {...word} share={word.count / most} moderate={moderate} />
  )
  return (
    <HostQuestion text={content.text} image={null}>
      {step.phase !== 'revealed' && !content.live && <HiddenFromHall />}
      <p className="figures text-small text-soft">
        {words.length === 0
          ? t('noWords')
          : `${t('differentWords', { count: content.words })} · ${t('answers', { count: content.answers })}`}
      </p>
      {moderate !== null && words.length > listed && (
        <TextField label={t('find')} type="search" value={sought} onChange={seek} />
      )}
      {shown.length > 0 && <ol className="grid grid-cols-1 gap-3">{shown.slice(0, listed).map(line)}</ol>}
      {further > 0 && <p className="text-soft">{t('more', { count: further })}</p>}
      {hidden.length > 0 && (
        <section className="grid grid-cols-1 gap-3 border-line border-t pt-5">
          <h3 className="font-semibold text-small">{t('hidden')}</h3>
          <ul className="grid grid-cols-1 gap-3">{hidden.map(line)}</ul>
        </section>
      )}
      {moderate === null && words.length > 0 && <SaveWords title={content.text} words={words} />}
    </HostQuestion>
  )
}

const contains = (text: string, sought: string): boolean => text.toLowerCase().includes(sought.trim().toLowerCase())
