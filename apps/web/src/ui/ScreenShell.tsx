import { WifiOff } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from '../i18n/use-translation.ts'
import { cx } from './cx.ts'
import { useIdle } from './use-idle.ts'

interface ScreenShellProps {
  /** A quiet line above: the workshop's title, where we are. */
  readonly top?: ReactNode
  /** The picture. It gets all the room there is; use `FitText`, `Bars size="big"` … */
  readonly children: ReactNode
  /** Lower left: time, "37 / 42". */
  readonly foot?: ReactNode
  /** Lower right, always: a `JoinCorner`. */
  readonly corner: ReactNode
  /** Along the very top: a `TimeLine`. */
  readonly line?: ReactNode
  /** The connection is gone: the last picture stays, with a small sign. */
  readonly lost?: boolean
  /** A small copy on another page (the console): not that page's main part. */
  readonly preview?: boolean
}

/**
 * The projector's picture: no controls, no scrolling, no cursor after three seconds. Fills whatever box it is put into
 * (a window, a preview in the console) and sets `--u`, its unit: 1/1080 of its height or 1/1920 of its width, the smaller.
 */
export function ScreenShell({ top, children, foot, corner, line, lost = false, preview = false }: ScreenShellProps) {
  const Main = preview ? 'div' : 'main'
  const { t } = useTranslation()
  const idle = useIdle(3_000)
  return (
    <div className={cx('picture size-full overflow-hidden bg-paper', idle && !preview && 'cursor-none')}>
      <div className="relative grid size-full grid-rows-[auto_minmax(0,1fr)_auto] gap-[calc(40*var(--u))] p-[calc(64*var(--u))] text-[calc(32*var(--u))] leading-tight">
        <div className="absolute inset-x-0 top-0">{line}</div>
        <header className="flex min-h-[calc(40*var(--u))] items-baseline justify-between gap-[calc(40*var(--u))] text-[calc(30*var(--u))] text-soft">
          {top}
        </header>
        <Main className="min-h-0 min-w-0">{children}</Main>
        <footer className="flex items-end justify-between gap-[calc(40*var(--u))]">
          <div className="min-w-0">{foot}</div>
          {corner}
        </footer>
        {lost && (
          <p
            role="status"
            className="fade-in absolute bottom-[calc(24*var(--u))] left-[calc(64*var(--u))] flex items-center gap-[calc(12*var(--u))] text-[calc(28*var(--u))]"
          >
            <WifiOff aria-hidden="true" className="size-[1.1em]" /> {t('connectionSign')}
          </p>
        )}
      </div>
    </div>
  )
}
