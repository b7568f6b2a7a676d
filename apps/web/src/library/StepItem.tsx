import type { PlanNode } from '@humuus/workshop-engine'
import { Check } from 'lucide-react'
import { useTranslation } from '../i18n/use-translation.ts'
import { NodeIcon } from '../nodes/NodeIcon.tsx'
import { useOptionLabel } from '../participant/step/use-option-label.ts'
import { Markdown } from '../ui/Markdown.tsx'
import { OptionMark } from '../ui/OptionMark.tsx'
import { type StepOutline, stepOutline } from './step-outline.ts'

interface StepItemProps {
  readonly node: Pick<PlanNode, 'type' | 'minutes' | 'notes'> & { readonly data?: unknown }
  readonly title: string
  /** From 1. */
  readonly number: number
}

/** One step of a plan: what it shows or asks, and what the facilitator noted. */
export function StepItem({ node, title, number }: StepItemProps) {
  const { t } = useTranslation(['library', 'console'])
  const outline = stepOutline(Object(node.data))
  return (
    <li className="grid grid-cols-[2.5rem_minmax(0,1fr)] gap-x-4 gap-y-3 border-line border-t py-6">
      <span className="grid size-10 place-items-center rounded-one bg-sunk text-soft">
        <NodeIcon type={node.type} className="size-5" />
      </span>
      <h2 className="flex min-h-10 flex-wrap items-center gap-x-3 font-semibold text-lead">
        <span>
          <span className="figures font-normal text-soft">{number}.</span> {title}
        </span>
        {node.minutes !== undefined && (
          <span className="font-normal text-small text-soft">{t('stepMinutes', { count: node.minutes })}</span>
        )}
      </h2>
      <div className="col-span-full grid max-w-3xl grid-cols-1 gap-4 empty:hidden tablet:col-start-2">
        {outline.text !== null && outline.text !== title && <Markdown text={outline.text} />}
        {outline.options.length > 0 && <Options options={outline.options} />}
        {node.notes !== undefined && (
          <div className="grid gap-1 rounded-one bg-sunk p-4">
            <p className="font-semibold text-small text-soft">{t('console:notes')}</p>
            <Markdown text={node.notes} />
          </div>
        )}
      </div>
    </li>
  )
}

function Options({ options }: Pick<StepOutline, 'options'>) {
  const { t } = useTranslation()
  const label = useOptionLabel()
  return (
    <ul className="grid gap-2">
      {options.map((option, index) => (
        <li key={`${index + 1}`} className="flex items-center gap-3">
          <OptionMark index={index} size="1.75rem" />
          <span>{label({ text: option.text, image: null }, index)}</span>
          {option.isRight && (
            <Check role="img" aria-label={t('right')} strokeWidth={3} className="size-4 shrink-0 text-accent" />
          )}
        </li>
      ))}
    </ul>
  )
}
