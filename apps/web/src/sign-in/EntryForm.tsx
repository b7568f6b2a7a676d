import { useFailureWords } from '../account/failure-words.ts'
import { useTranslation } from '../i18n/use-translation.ts'
import type { Entry } from '../identity/sign-in-by-email.ts'
import { Button } from '../ui/Button.tsx'
import { Notice } from '../ui/Notice.tsx'
import { AddressField } from './AddressField.tsx'
import { OwnPasswordField } from './OwnPasswordField.tsx'
import { useEntry } from './use-entry.ts'

interface EntryFormProps {
  readonly busy: boolean
  readonly failure: unknown
  readonly onEdit: () => void
  readonly onEntry: (entry: Entry) => void
}

/** Address and password, as password managers know them. */
export function EntryForm({ busy, failure, onEdit, onEntry }: EntryFormProps) {
  const { t } = useTranslation('signIn')
  const words = useFailureWords()
  const { email, password, typeEmail, typePassword, missing, complete } = useEntry(onEdit)
  return (
    <form
      method="post"
      noValidate
      className="grid gap-3"
      onSubmit={(event) => {
        event.preventDefault()
        if (busy) return
        const entry = complete()
        if (entry !== null) onEntry(entry)
      }}
    >
      <AddressField
        label={t('email')}
        value={email}
        onChange={typeEmail}
        problem={missing === 'email' ? t('emailMissing') : undefined}
      />
      <OwnPasswordField
        label={t('password')}
        kind="current-password"
        value={password}
        onChange={typePassword}
        problem={missing === 'password' ? t('passwordMissing') : undefined}
      />
      {failure !== null && <Notice tone="refused">{words(failure)}</Notice>}
      <Button tone="primary" type="submit" size="large" busy={busy} wide className="mt-2">
        {t('go')}
      </Button>
    </form>
  )
}
