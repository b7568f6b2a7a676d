import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { useTranslation } from '../i18n/use-translation.ts'
import { AccountEntry } from './AccountEntry.tsx'
import { ToastProvider } from './Toast.tsx'
import { Wordmark } from './Wordmark.tsx'

interface DeskShellProps {
  /** The page's headline. */
  readonly title: ReactNode
  /** One sentence under it. */
  readonly intro?: ReactNode
  /** Beside the headline: the page's main action. */
  readonly action?: ReactNode
  readonly children: ReactNode
}

/** A page for preparing and looking back: name on top, a headline, room. */
export function DeskShell({ title, intro, action, children }: DeskShellProps) {
  const { t } = useTranslation(['common', 'library'])
  return (
    <ToastProvider>
      <a
        href="#content"
        className="absolute top-2 left-2 z-50 -translate-y-24 rounded-one bg-ink px-4 py-3 text-paper focus-visible:translate-y-0"
      >
        {t('skip')}
      </a>
      <header className="safe-x safe-top mx-auto flex w-full max-w-6xl items-center justify-between gap-2 desk:px-10 desk:pt-8">
        <Wordmark />
        <nav className="flex items-center gap-1 print:hidden">
          <Link
            to="/library"
            className="grid min-h-11 place-items-center rounded-one px-1.5 font-semibold text-ink hover:bg-sunk tablet:px-3"
          >
            {t('library:title')}
          </Link>
          <AccountEntry />
        </nav>
      </header>
      <main id="content" className="safe-x mx-auto w-full max-w-6xl pt-10 pb-24 tablet:pt-16 desk:px-10">
        <div className="flex flex-wrap items-end justify-between gap-x-8 gap-y-5">
          <div className="grid max-w-2xl gap-3">
            <h1 className="font-bold font-display text-headline">{title}</h1>
            {intro !== undefined && <p className="text-lead text-soft">{intro}</p>}
          </div>
          {action}
        </div>
        <div className="mt-10 tablet:mt-14">{children}</div>
      </main>
    </ToastProvider>
  )
}
