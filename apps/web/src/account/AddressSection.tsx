import { useState } from 'react'
import { useLanguage } from '../i18n/use-language.ts'
import { useTranslation } from '../i18n/use-translation.ts'
import { AddressField } from '../sign-in/AddressField.tsx'
import { OwnPasswordField } from '../sign-in/OwnPasswordField.tsx'
import { trpc } from '../trpc.ts'
import { Badge } from '../ui/Badge.tsx'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Notice } from '../ui/Notice.tsx'
import { Section } from '../ui/Section.tsx'
import type { Profile } from './profile.ts'
import { useOwnWords } from './use-own-words.ts'

/** The address, whether it is confirmed, and how to change it. */
export function AddressSection({ profile }: { readonly profile: Profile }) {
  const { t } = useTranslation('account')
  const [isChanging, change] = useState(false)
  const { data: installation } = trpc.installation.get.useQuery()
  const { email, isEmailConfirmed, pendingEmail, providers } = profile
  return (
    <Section title={t('address')}>
      <div className="grid gap-4">
        {email !== null && (
          <p className="flex flex-wrap items-center gap-3">
            <span className="min-w-0 break-all font-semibold">{email}</span>
            {isEmailConfirmed && <Badge tone="accent">{t('confirmed')}</Badge>}
            {!isEmailConfirmed && installation?.checksEmail && <Badge tone="quiet">{t('unconfirmed')}</Badge>}
          </p>
        )}
        {providers.map((provider) => (
          <p key={provider}>{t('provider', { provider: hostOf(provider) })}</p>
        ))}
        {pendingEmail !== null && <Notice tone="info">{t('waitsForClick', { email: pendingEmail })}</Notice>}
        {profile.hasPassword && (
          <Button className="justify-self-start" onClick={() => change(true)}>
            {t('changeAddress')}
          </Button>
        )}
      </div>
      <Dialog open={isChanging} title={t('changeAddress')} onClose={() => change(false)}>
        <AddressForm onDone={() => change(false)} />
      </Dialog>
    </Section>
  )
}

const hostOf = (address: string): string => (URL.canParse(address) ? new URL(address).host : address)

function AddressForm({ onDone }: { readonly onDone: () => void }) {
  const { t } = useTranslation(['account', 'common'])
  const words = useOwnWords()
  const [language] = useLanguage()
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const queries = trpc.useUtils()
  const change = trpc.account.changeEmail.useMutation({ onSuccess: () => queries.account.get.invalidate() })
  if (change.isSuccess) {
    return (
      <div className="grid gap-6">
        <Notice tone="saved">
          {change.data.status === 'changed' ? t('addressChanged') : t('addressWaits', { email })}
        </Notice>
        <Button className="justify-self-end" onClick={onDone}>
          {t('common:close')}
        </Button>
      </div>
    )
  }
  return (
    <form
      noValidate
      className="grid gap-3"
      onSubmit={(event) => {
        event.preventDefault()
        if (!change.isPending) change.mutate({ email, password, language })
      }}
    >
      <AddressField label={t('newAddress')} value={email} onChange={setEmail} />
      <OwnPasswordField label={t('yourPassword')} kind="current-password" value={password} onChange={setPassword} />
      {change.isError && <Notice tone="refused">{words(change.error)}</Notice>}
      <div className="mt-3 flex flex-wrap justify-end gap-3">
        <Button onClick={onDone}>{t('common:cancel')}</Button>
        <Button tone="primary" type="submit" busy={change.isPending}>
          {t('changeAddress')}
        </Button>
      </div>
    </form>
  )
}
