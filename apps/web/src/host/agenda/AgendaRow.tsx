import type { AgendaItem } from '@humuus/workshop-engine'
import { Check, CircleMinus, CirclePlus } from 'lucide-react'
import { useTranslation } from '../../i18n/use-translation.ts'
import { NodeIcon } from '../../nodes/NodeIcon.tsx'
import { cx } from '../../ui/cx.ts'
import { IconButton } from '../../ui/IconButton.tsx'

interface AgendaRowProps {
  readonly item: AgendaItem
  /** Among the steps of this run, from 1. */
  readonly number: number
  readonly mark: 'now' | 'next' | null
  /** Goes to this step; `null` where that makes no sense. */
  readonly onGo: (() => void) | null
  /** Takes it out of this run, or puts it back; `null` where neither is possible. */
  readonly onRemove: (() => void) | null
}

/** One step of the way. */
export function AgendaRow({ item, number, mark, onGo, onRemove }: AgendaRowProps) {
  const { t } = useTranslation('console')
  const isDone = item.phase !== 'pending' && mark !== 'now'
  const title = item.title === '' ? t('untitled') : item.title
  return (
    <li className={cx('flex items-center border-line border-b', mark === 'now' && 'border-ink')}>
      <button
        type="button"
        disabled={onGo === null}
        aria-current={mark === 'now' ? 'step' : undefined}
        onClick={() => onGo?.()}
        className={cx(
          'grid min-h-14 min-w-0 grow grid-cols-[1.5rem_1fr_auto] items-center gap-3 py-2 text-left enabled:hover:bg-sunk',
          mark === 'now' && 'bg-wash font-semibold',
          (isDone || item.isRemoved) && 'text-soft',
        )}
      >
        <span aria-hidden="true" className="figures grid justify-items-center text-small text-soft [&_svg]:size-4">
          {isDone ? <Check /> : item.isRemoved ? null : number}
        </span>
        <span className="min-w-0">
          <span className={cx('line-clamp-2 leading-snug', item.isRemoved && 'line-through')}>{title}</span>
          <span className="flex items-center gap-1.5 text-small text-soft">
            <NodeIcon type={item.type} className="size-3.5" />
            {item.minutes !== null && t('minutes', { count: item.minutes })}
            {mark === 'next' && t('stepNext')}
          </span>
        </span>
        <span className="pr-2 text-small text-soft">
          {mark === 'now' && <strong className="text-accent">{t('stepNow')}</strong>}
          {item.isRemoved && <span className="sr-only">{t('stepRemoved')}</span>}
          {mark === null && isDone && <span className="sr-only">{t('stepDone')}</span>}
        </span>
      </button>
      {onRemove !== null && (
        <IconButton
          label={t(item.isRemoved ? 'restoreStep' : 'removeStep', { title })}
          icon={item.isRemoved ? <CirclePlus className="size-5" /> : <CircleMinus className="size-5" />}
          className="text-soft"
          onClick={onRemove}
        />
      )}
    </li>
  )
}
