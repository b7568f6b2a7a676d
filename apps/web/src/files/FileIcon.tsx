import type { FileKind } from '@humuus/workshop-engine'
import { AudioLines, FileText, Film, Image } from 'lucide-react'

const icons = { picture: Image, audio: AudioLines, video: Film, document: FileText } as const satisfies Record<
  FileKind,
  unknown
>

/** The sign of a kind of file, where there is no picture of it. */
export function FileIcon({ kind, className }: { readonly kind: FileKind; readonly className?: string }) {
  const Icon = icons[kind]
  return <Icon aria-hidden="true" className={className} />
}
