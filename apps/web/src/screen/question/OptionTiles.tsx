import { cx } from '../../ui/cx.ts'
import { OptionMark } from '../../ui/OptionMark.tsx'
import { optionLetter } from '../../ui/option-shape.ts'
import { tileColumns } from './tile-columns.ts'

interface OptionTilesProps {
  readonly options: readonly {
    readonly text: string
    readonly image: { readonly url: string; readonly alt: string } | null
  }[]
  /** Still reading: the options are there, but step back. */
  readonly dimmed?: boolean
}

/** The options with their colour, shape and letter, as they are on the phones. */
export function OptionTiles({ options, dimmed = false }: OptionTilesProps) {
  const columns = tileColumns(options.map((option) => option.text.length))
  return (
    <ul
      className={cx(
        'grid size-full auto-rows-fr gap-[calc(20*var(--u))] transition-opacity duration-(--grow)',
        dimmed && 'opacity-45',
      )}
      style={{ gridTemplateColumns: `repeat(${columns}, minmax(0, 1fr))` }}
    >
      {options.map(({ text, image }, index) => (
        <li
          key={optionLetter(index)}
          className="flex min-h-0 items-center gap-[calc(28*var(--u))] rounded-one border border-line bg-raised px-[calc(32*var(--u))] py-[calc(12*var(--u))]"
        >
          <OptionMark index={index} size="calc(84 * var(--u))" />
          {image !== null && (
            <img src={image.url} alt={image.alt} className="h-full max-w-[45%] rounded-one object-contain" />
          )}
          {text !== '' && <span className="line-clamp-3 text-[calc(44*var(--u))] leading-tight">{text}</span>}
        </li>
      ))}
    </ul>
  )
}
