import { useFailureWords } from '../account/failure-words.ts'
import { useChanged } from '../account/use-changed.ts'
import { useLanguage } from '../i18n/use-language.ts'
import { useTranslation } from '../i18n/use-translation.ts'
import { useIdentity } from '../identity/use-identity.ts'
import { refusalOf } from '../live/rejection-of.ts'
import { trpc } from '../trpc.ts'
import { Button } from '../ui/Button.tsx'
import { ButtonLink } from '../ui/ButtonLink.tsx'
import { DeskShell } from '../ui/DeskShell.tsx'
import { Notice } from '../ui/Notice.tsx'
import { useTitle } from '../ui/use-title.ts'
import { AddressField } from './AddressField.tsx'
import { AlreadyHere } from './AlreadyHere.tsx'
import { NewPasswordField } from './NewPasswordField.tsx'
import { useEntry } from './use-entry.ts'
import { useWayOn } from './use-way-on.ts'

/** `/sign-in/new`: makes an account of whoever this device is. */
export function RegisterPage() {
  const { t } = useTranslation('signIn')
  useTitle(t('newTitle'))
  const words = useFailureWords()
  const { me, isKept } = useIdentity()
  const [language] = useLanguage()
  const { to, via } = useWayOn()
  const { data: installation } = trpc.installation.get.useQuery()
  const register = trpc.account.register.useMutation({ onSuccess: useChanged() })
  const { email, password, typeEmail, typePassword, missing, complete } = useEntry(() => {
    if (register.isError) register.reset()
  })

  if (register.data?.status === 'check_mail') {
    return (
      <DeskShell title={t('checkMailTitle')}>
        <p className="max-w-xl text-lead">
          {installation?.sendsMail === false ? t('checkMailKept', { email }) : t('checkMail', { email })}
        </p>
      </DeskShell>
    )
  }
  if (register.data?.status === 'registered') {
    return (
      <DeskShell title={t('newTitle')}>
        <div className="grid justify-items-start gap-6">
          <Notice tone="saved">{t('registered')}</Notice>
          <p className="flex flex-wrap gap-3">
            <ButtonLink to={to} tone="primary">
              {t('goOn')}
            </ButtonLink>
            <ButtonLink to="/account">{t('toAccount')}</ButtonLink>
          </p>
        </div>
      </DeskShell>
    )
  }
  if (me?.isRegistered) {
    return (
      <DeskShell title={t('newTitle')}>
        <AlreadyHere me={me} to={to} />
      </DeskShell>
    )
  }
  const aboutPassword = register.isError && refusalOf(register.error)?.code.startsWith('password_')
  return (
    <DeskShell title={t('newTitle')} intro={t('newIntro')}>
      <div className="grid max-w-md gap-6">
        {installation?.hosting === 'invited' && <Notice tone="info">{t('newInvited')}</Notice>}
        {!isKept && <Notice tone="refused">{t('notKept')}</Notice>}
        <form
          method="post"
          noValidate
          className="grid gap-3"
          onSubmit={(event) => {
            event.preventDefault()
            if (register.isPending) return
            const entry = complete()
            if (entry !== null) register.mutate({ ...entry, language })
          }}
        >
          <AddressField
            label={t('email')}
            value={email}
            onChange={typeEmail}
            problem={missing === 'email' ? t('emailMissing') : undefined}
          />
          <NewPasswordField
            label={t('password')}
            value={password}
            onChange={typePassword}
            problem={missing === 'password' ? t('passwordMissing') : aboutPassword ? words(register.error) : undefined}
          />
          {register.isError && !aboutPassword && <Notice tone="refused">{words(register.error)}</Notice>}
          <Button tone="primary" type="submit" size="large" wide busy={register.isPending} className="mt-2">
            {t('newGo')}
          </Button>
        </form>
        <ButtonLink to={via('/sign-in')} tone="plain" className="-ml-5 justify-self-start">
          {t('back')}
        </ButtonLink>
      </div>
    </DeskShell>
  )
}
