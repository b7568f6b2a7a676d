import { Download, Eye, EyeOff } from 'lucide-react'
import { useState } from 'react'
import { HiddenFromHall, HostQuestion } from '../../host/now/HostQuestion.tsx'
import { useTranslation } from '../../i18n/use-translation.ts'
import { saveFile } from '../../library/save-file.ts'
import { csv, separatorOf } from '../../report/csv.ts'
import { Button } from '../../ui/Button.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { TextField } from '../../ui/TextField.tsx'
import type { HostFace } from '../faces.ts'
import { isSame } from './my-words.ts'
import { ranked } from './ranked.ts'
import { WordLine } from './WordLine.tsx'

/** More than a console scrolls through; the rest is found by its letters. */
const listed = 100

type WordCloudFace = HostFace<'word-cloud'>

/** The words by how often they were named, and who was first; each can be kept off the screen. */
export default function WordCloudHost({ step, content, moderate }: WordCloudFace) {
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

const contains = (text: string, sought: string): boolean =>
  isSame(text, sought) || text.toLowerCase().includes(sought.trim().toLowerCase())

type HostWordProps = ReturnType<typeof ranked<WordCloudFace['content']['all'][string]>>[number] & {
  readonly share: number
  readonly moderate: WordCloudFace['moderate']
}

function HostWord({ word, text, count, share, hidden, names, moderate }: HostWordProps) {
  const { t } = useTranslation('wordCloud')
  const others = count - names.length
  const first = names.join(', ')
  return (
    <WordLine
      text={text}
      count={count}
      share={share}
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
}

interface SaveWordsProps {
  readonly title: string
  readonly words: readonly { readonly text: string; readonly count: number }[]
}

function SaveWords({ title, words }: SaveWordsProps) {
  const { t, i18n } = useTranslation('wordCloud')
  const save = () => {
    const rows = [[t('word'), t('people')], ...words.map(({ text, count }) => [text, count])]
    saveFile(`${title}.csv`, csv(rows, separatorOf(i18n.language)), 'text/csv;charset=utf-8')
  }
  return (
    <div className="print:hidden">
      <Button size="small" icon={<Download />} onClick={save}>
        {t('saveWords')}
      </Button>
    </div>
  )
}
