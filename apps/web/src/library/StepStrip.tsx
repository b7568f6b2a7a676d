import { NodeIcon } from '../nodes/NodeIcon.tsx'

/** Steps a card has room for. */
const shown = 8

/** A picture of the first steps: their signs in order. */
export function StepStrip({ steps }: { readonly steps: readonly { readonly type: string; readonly title: string }[] }) {
  return (
    <div aria-hidden="true" className="flex flex-wrap gap-1.5 tablet:gap-2">
      {steps.slice(0, shown).map(({ type, title }, index) => (
        <span
          key={`${index + 1} ${title}`}
          className="grid size-8 place-items-center rounded-one bg-sunk text-soft tablet:size-10"
        >
          <NodeIcon type={type} className="size-4 tablet:size-5" />
        </span>
      ))}
      {steps.length > shown && (
        <span className="grid h-10 place-items-center px-1 text-soft">+{steps.length - shown}</span>
      )}
    </div>
  )
}
