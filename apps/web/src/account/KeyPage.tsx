import type { ReactNode } from 'react'
import { useTranslation } from '../i18n/use-translation.ts'
import { refusalOf } from '../live/rejection-of.ts'
import { Button } from '../ui/Button.tsx'
import { ButtonLink } from '../ui/ButtonLink.tsx'
import { DeskShell } from '../ui/DeskShell.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Notice } from '../ui/Notice.tsx'
import { useTitle } from '../ui/use-title.ts'
import { useFailureWords } from './failure-words.ts'

interface KeyPageProps {
  readonly title: string
  /** What the click will do. */
  readonly intro: string
  readonly hasKey: boolean
  /** Words of the button. */
  readonly action: string
  readonly busy: boolean
  readonly error: unknown
  /** What came of it; `null` before. */
  readonly done: string | null
  /** The way on afterwards. */
  readonly next: { readonly to: string; readonly label: string }
  readonly onAct: () => void
  /** Before the button: something to say or to type. */
  readonly children?: ReactNode
}

/** A page that a link in a mail leads to. It acts on a click: programs that look into links must not use them up. */
export function KeyPage({ title, intro, hasKey, action, busy, error, done, next, onAct, children }: KeyPageProps) {
  const { t } = useTranslation('account')
  useTitle(title)
  const words = useFailureWords()
  if (done !== null) {
    return (
      <DeskShell title={title}>
        <div className="grid justify-items-start gap-6">
          <Notice tone="saved">{done}</Notice>
          <ButtonLink to={next.to} tone="primary">
            {next.label}
          </ButtonLink>
        </div>
      </DeskShell>
    )
  }
  const isWorthless = refusalOf(error)?.code === 'key_worthless'
  if (!hasKey || isWorthless) {
    return (
      <DeskShell title={title}>
        {isWorthless ? (
          <EmptyState title={t('worthless')} hint={t('worthlessHint')} />
        ) : (
          <EmptyState title={t('noKey')} hint={t('noKeyHint')} />
        )}
      </DeskShell>
    )
  }
  return (
    <DeskShell title={title} intro={intro}>
      <form
        noValidate
        method="post"
        className="grid max-w-md gap-4"
        onSubmit={(event) => {
          event.preventDefault()
          if (!busy) onAct()
        }}
      >
        {children}
        {error !== null && <Notice tone="refused">{words(error)}</Notice>}
        <Button tone="primary" size="large" type="submit" busy={busy} className="justify-self-start">
          {action}
        </Button>
      </form>
    </DeskShell>
  )
}
