import { Tabs as Base } from '@base-ui/react/tabs'
import type { ReactNode } from 'react'

/** One view among several. */
interface Tab {
  readonly value: string
  readonly label: string
  /** A number worth seeing from outside (questions waiting, people here). */
  readonly count?: number | undefined
  readonly panel: ReactNode
}

interface TabsProps {
  /** Names the group for screen readers. */
  readonly label: string
  readonly tabs: readonly Tab[]
  readonly value: string
  readonly onChange: (value: string) => void
}

/** Several views in one place; the line under the words says which. */
export function Tabs({ label, tabs, value, onChange }: TabsProps) {
  return (
    <Base.Root value={value} onValueChange={onChange}>
      <Base.List aria-label={label} className="relative flex gap-6 overflow-x-auto border-line border-b">
        {tabs.map((tab) => (
          <Base.Tab
            key={tab.value}
            value={tab.value}
            className="min-h-11 whitespace-nowrap rounded-one text-soft -outline-offset-3 hover:text-ink data-active:font-semibold data-active:text-ink"
          >
            {tab.label}
            {tab.count !== undefined && <span className="figures ml-2 text-small text-soft">{tab.count}</span>}
          </Base.Tab>
        ))}
        <Base.Indicator className="absolute bottom-0 left-0 h-[3px] w-(--active-tab-width) translate-x-(--active-tab-left) bg-ink transition-[translate,width] duration-(--grow) ease-out" />
      </Base.List>
      {tabs.map((tab) => (
        <Base.Panel key={tab.value} value={tab.value} className="pt-4 outline-none">
          {tab.panel}
        </Base.Panel>
      ))}
    </Base.Root>
  )
}
