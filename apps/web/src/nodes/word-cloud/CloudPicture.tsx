import { useRef } from 'react'
import { useTranslation } from '../../i18n/use-translation.ts'
import { cx } from '../../ui/cx.ts'
import type { ShownWord } from './layout/word-box.ts'
import { wordSize } from './layout/word-size.ts'
import { ranked } from './ranked.ts'
import { useCalmCloud } from './use-calm-cloud.ts'

/** Words that are read to whoever does not see the cloud. */
const readAloud = 20

/** Ink most of the time; which word has which is a matter of the word alone. */
const inks = ['text-ink', 'text-accent', 'text-ink', 'text-soft'] as const

/** Words as large as they were named often, wherever there was room when they came. Fills its box. */
export function CloudPicture({ words }: { readonly words: Readonly<Record<string, ShownWord>> }) {
  const { t } = useTranslation('wordCloud')
  const box = useRef<HTMLDivElement>(null)
  const placed = useCalmCloud(box, words)
  return (
    <div className="relative size-full">
      <div
        ref={box}
        aria-hidden="true"
        className="absolute inset-0 overflow-hidden font-bold font-display text-[calc(28*var(--u))] leading-none"
      >
        {placed.map(({ word, text, count, x, y, scale, below }) => (
          <span
            key={word}
            dir="auto"
            data-word={word}
            className={cx('absolute top-1/2 left-1/2 transition-transform duration-(--grow) ease-out', inkOf(word))}
            style={{
              transform: `translate(${x}px, ${y}px) scale(${scale * wordSize(count)}) translate(-50%, calc(-50% - ${below}em))`,
              transformOrigin: '0 0',
            }}
          >
            <span className="fade-in block whitespace-pre">{text}</span>
          </span>
        ))}
      </div>
      <ol className="sr-only">
        {ranked(words)
          .slice(0, readAloud)
          .map(({ word, text, count }) => (
            <li key={word}>
              {text}: {t('timesNamed', { count })}
            </li>
          ))}
      </ol>
    </div>
  )
}

function inkOf(word: string): string | undefined {
  const sum = [...word].reduce((hash, letter) => (hash * 31 + (letter.codePointAt(0) ?? 0)) % 9_973, 7)
  return inks[sum % inks.length]
}
