import { type ReactNode, useState } from 'react'
import { Link } from 'wouter'
import { useTranslation } from '../i18n/use-translation.ts'
import { Arrow } from '../ui/Arrow.tsx'
import { CodeField } from '../ui/CodeField.tsx'
import { codeLength } from '../ui/code-in-text.ts'
import { LanguageSwitch } from '../ui/LanguageSwitch.tsx'
import { Sprout } from '../ui/Sprout.tsx'
import { useTitle } from '../ui/use-title.ts'
import { Wordmark } from '../ui/Wordmark.tsx'

interface StartPageProps {
  /** Digits that are there already. */
  readonly initial?: string
  /** Called at the sixth digit. */
  readonly onJoin: (code: string) => void
  /** The code is being looked up. */
  readonly busy?: boolean
  /** Why the last code did not work; the field shakes once and shows it. */
  readonly problem?: ReactNode
  /** The reader has begun to correct: forget the problem. */
  readonly onEdit?: () => void
}

/** One field for six digits; under the horizon, the way for those who host. Nothing else competes. */
export function StartPage({ initial = '', onJoin, busy = false, problem, onEdit }: StartPageProps) {
  const { t } = useTranslation('join')
  const [code, setCode] = useState(initial)
  useTitle(t('title'))
  const change = (digits: string) => {
    setCode(digits)
    onEdit?.()
  }
  return (
    <div className="grid min-h-dvh grid-cols-[minmax(0,1fr)] grid-rows-[auto_1fr_auto]">
      <header className="safe-x safe-top flex flex-wrap items-center justify-between gap-x-4 tablet:px-10 tablet:pt-8">
        <Wordmark />
        <LanguageSwitch />
      </header>
      <main className="safe-x mx-auto grid w-full max-w-2xl content-start gap-8 pt-[13dvh] pb-10 tablet:content-center tablet:gap-12 tablet:pt-10 tablet:pb-44">
        <h1 className="font-bold font-display text-display">{t('heading')}</h1>
        <CodeField
          label={t('codeLabel')}
          value={code}
          onChange={change}
          onComplete={onJoin}
          hint={busy ? t('lookingUp') : t('hint')}
          problem={problem}
          busy={busy}
          focusFirst
        />
      </main>
      <footer className="relative bg-soil text-on-soil">
        <div className="safe-x safe-bottom relative mx-auto flex min-h-28 w-full max-w-2xl items-center tablet:min-h-36">
          <Sprout
            growth={code.length / codeLength}
            className="absolute right-[7%] bottom-full hidden h-40 tablet:h-52 [@media(min-height:40rem)]:block"
          />
          <Link
            to="/library"
            className="group inline-flex min-h-11 items-center gap-2.5 rounded-one font-semibold text-lead underline decoration-1 decoration-current/40 underline-offset-[0.4em] hover:decoration-2 hover:decoration-current focus-visible:outline-on-soil"
          >
            {t('host')}
            <Arrow className="size-5 transition-transform duration-(--quick) group-hover:translate-x-1" />
          </Link>
        </div>
      </footer>
    </div>
  )
}
