import { useTranslation } from '../i18n/use-translation.ts'
import { cx } from './cx.ts'

/** A word and how often it came. */
interface CountedWord {
  readonly word: string
  readonly count: number
}

interface WordListProps {
  /** In the order they are to stand; keep that order while counts change, so that the picture stays calm. */
  readonly words: readonly CountedWord[]
  /** `big` is for the screen and measures in its unit `--u`. */
  readonly size?: 'normal' | 'big'
}

/** Words as a running text, the frequent ones larger; how often is said in figures too. */
export function WordList({ words, size = 'normal' }: WordListProps) {
  const { t } = useTranslation()
  const most = Math.max(1, ...words.map(({ count }) => count))
  return (
    <ul
      className={cx(
        'flex flex-wrap items-baseline font-display font-semibold leading-tight',
        size === 'big' ? 'gap-x-[calc(40*var(--u))] gap-y-[calc(12*var(--u))]' : 'gap-x-5 gap-y-1',
      )}
    >
      {words.map(({ word, count }) => (
        <li
          key={word}
          className="come-in max-w-full transition-[font-size] duration-(--grow)"
          style={{
            fontSize:
              size === 'big'
                ? `calc(${Math.round(40 + roomFor(words.length) * weight(count, most))} * var(--u))`
                : `${1.0625 + 1.4 * weight(count, most)}rem`,
          }}
        >
          {word}
          {count > 1 && (
            <span className="figures ml-[0.3em] align-top font-medium text-[max(0.45em,0.8rem)] text-soft">
              {t('times', { count })}
            </span>
          )}
        </li>
      ))}
    </ul>
  )
}

// The fewer the words, the larger they may become.
const roomFor = (words: number): number => (words <= 12 ? 150 : words <= 30 ? 100 : 56)

// By area rather than by height: twice as often looks twice as much.
const weight = (count: number, most: number): number => (most === 1 ? 0.4 : Math.sqrt((count - 1) / (most - 1)))
