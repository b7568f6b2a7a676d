import type { ReactNode } from 'react'

interface FileRowProps {
  readonly picture: ReactNode
  readonly title: string
  /** What becomes of it; read aloud when it changes. */
  readonly status: ReactNode
  readonly actions?: ReactNode
  readonly children?: ReactNode
}

/** One of my files: a small picture, what it is, what becomes of it, what I can do. */
export function FileRow({ picture, title, status, actions, children }: FileRowProps) {
  return (
    <li className="come-in overflow-hidden rounded-one border border-line bg-raised">
      <div className="grid grid-cols-[5.5rem_minmax(0,1fr)] items-stretch">
        <div className="h-full min-h-22">{picture}</div>
        <div className="grid content-center gap-1 px-4 py-3">
          <p className="break-words font-semibold">{title}</p>
          {status}
        </div>
      </div>
      {children}
      {actions !== undefined && <div className="flex flex-wrap border-line border-t px-1">{actions}</div>}
    </li>
  )
}
