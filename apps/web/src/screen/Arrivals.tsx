import { useTranslation } from '../i18n/use-translation.ts'
import { Avatar } from '../ui/Avatar.tsx'
import type { ScreenView } from './screen-view.ts'

interface ArrivalsProps {
  readonly arrivals: ScreenView['arrivals']
  readonly present: number
}

/** Names as they come in, newest first; those that no longer fit are counted. */
export function Arrivals({ arrivals, present }: ArrivalsProps) {
  const { t } = useTranslation('screen')
  return (
    <section className="grid min-h-0 grid-rows-[auto_minmax(0,1fr)] gap-[calc(24*var(--u))]">
      <p role="status" className="text-[calc(40*var(--u))]">
        {present === 0 ? t('waiting') : t('people', { count: present })}
      </p>
      <ul className="flex min-h-0 flex-wrap content-start gap-[calc(14*var(--u))] overflow-hidden">
        {arrivals.map(({ seat, name }) => (
          <li
            key={seat}
            className="come-in flex items-center gap-[calc(12*var(--u))] rounded-full border border-line bg-raised py-[calc(8*var(--u))] pr-[calc(24*var(--u))] pl-[calc(8*var(--u))] text-[calc(32*var(--u))]"
          >
            <Avatar seed={name} size="calc(48 * var(--u))" />
            <span className="max-w-[14ch] truncate">{name}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
