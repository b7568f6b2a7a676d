import { Switch as Base } from '@base-ui/react/switch'
import { useId } from 'react'

interface SwitchProps {
  readonly label: string
  readonly hint?: string
  readonly checked: boolean
  readonly onChange: (checked: boolean) => void
  readonly disabled?: boolean
}

/** On or off, at once. The whole line is the target. For desks; phones use their own plain controls. */
export function Switch({ label, hint, checked, onChange, disabled = false }: SwitchProps) {
  const id = useId()
  return (
    <label htmlFor={id} className="flex min-h-11 items-center justify-between gap-4">
      <span className="grid">
        <span>{label}</span>
        {hint !== undefined && <span className="text-small text-soft">{hint}</span>}
      </span>
      <Base.Root
        id={id}
        checked={checked}
        onCheckedChange={onChange}
        disabled={disabled}
        className="relative h-7 w-12 shrink-0 rounded-full border border-edge bg-sunk transition-colors duration-(--quick) data-checked:border-accent data-checked:bg-accent data-disabled:opacity-50"
      >
        <Base.Thumb className="absolute top-1 left-1 size-[1.125rem] rounded-full bg-ink transition-[translate,background-color] duration-(--quick) ease-out data-checked:translate-x-5 data-checked:bg-on-accent" />
      </Base.Root>
    </label>
  )
}
