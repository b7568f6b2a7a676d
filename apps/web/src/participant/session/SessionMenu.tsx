import { LogOut } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from '../../i18n/use-translation.ts'
import { Button } from '../../ui/Button.tsx'
import { LanguageChoice } from '../../ui/LanguageChoice.tsx'
import { Sheet } from '../../ui/Sheet.tsx'
import { ThemeChoice } from '../../ui/ThemeChoice.tsx'
import { RenameForm } from './RenameForm.tsx'

/** What the menu shows and may do. */
export interface SessionMenuProps {
  readonly open: boolean
  readonly onClose: () => void
  readonly name: string
  /** `null` once the workshop is over: names stay then, and there is nothing to leave. */
  readonly doing: {
    /** Resolves to words that say why not; `null` when done. */
    readonly rename: (name: string) => Promise<string | null>
    readonly leave: () => void
  } | null
}

/** Everything a phone keeps behind one button: the name, how the page looks, the way out. */
export function SessionMenu({ open, onClose, name, doing }: SessionMenuProps) {
  const { t } = useTranslation(['phone', 'common'])
  return (
    <Sheet open={open} onClose={onClose} title={t('menu')}>
      {open && (
        <div className="grid gap-6 pt-2">
          {doing !== null && <RenameForm name={name} onRename={doing.rename} onDone={onClose} />}
          <LanguageChoice />
          <ThemeChoice />
          <section className="grid gap-1">
            <h3 className="font-semibold">{t('common:fairHeading')}</h3>
            <p className="text-soft">{t('common:fairTime')}</p>
          </section>
          {doing !== null && <Leaving onLeave={doing.leave} />}
        </div>
      )}
    </Sheet>
  )
}

const focused = (button: HTMLButtonElement | null) => button?.focus()

/** Asks once, in place; the harmless answer comes first. */
function Leaving({ onLeave }: { readonly onLeave: () => void }) {
  const { t } = useTranslation('phone')
  const [asked, ask] = useState(false)
  if (!asked) {
    return (
      <div className="border-line border-t pt-3">
        <Button
          tone="plain"
          className="-ml-5"
          icon={<LogOut aria-hidden="true" className="size-5" />}
          onClick={() => ask(true)}
        >
          {t('leave')}
        </Button>
      </div>
    )
  }
  return (
    <fieldset aria-labelledby="leaving" className="fade-in grid gap-4 border-line border-t pt-5">
      <div>
        <p id="leaving" className="font-semibold">
          {t('leaveAsk')}
        </p>
        <p className="text-soft">{t('leaveHint')}</p>
      </div>
      <div className="grid grid-cols-[repeat(auto-fit,minmax(min(100%,9rem),1fr))] gap-3">
        <Button ref={focused} onClick={() => ask(false)}>
          {t('stay')}
        </Button>
        <Button tone="danger" onClick={onLeave}>
          {t('leaveNow')}
        </Button>
      </div>
    </fieldset>
  )
}
