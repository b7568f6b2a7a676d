import {
  CircleHelp,
  Cloud,
  Flag,
  Hourglass,
  Images,
  type LucideIcon,
  MessageSquareText,
  Presentation,
  StickyNote,
  Vote,
} from 'lucide-react'
import type { NodeTypeName } from './faces.ts'

const icons = {
  slide: Presentation,
  quiz: CircleHelp,
  poll: Vote,
  'open-question': MessageSquareText,
  'word-cloud': Cloud,
  whiteboard: StickyNote,
  upload: Images,
  countdown: Hourglass,
  end: Flag,
} as const satisfies Record<NodeTypeName, LucideIcon>

/** The sign of a node type, beside its name or title. */
export function NodeIcon({ type, className }: { readonly type: string; readonly className?: string }) {
  const Icon = Object.hasOwn(icons, type) ? icons[type as NodeTypeName] : Presentation
  return <Icon aria-hidden="true" className={className} />
}
