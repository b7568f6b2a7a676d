import { useState } from 'react'
import { useFailureWords } from '../account/failure-words.ts'
import { useLanguage } from '../i18n/use-language.ts'
import { useTranslation } from '../i18n/use-translation.ts'
import { trpc } from '../trpc.ts'
import { Button } from '../ui/Button.tsx'
import { ButtonLink } from '../ui/ButtonLink.tsx'
import { DeskShell } from '../ui/DeskShell.tsx'
import { Notice } from '../ui/Notice.tsx'
import { useTitle } from '../ui/use-title.ts'
import { AddressField } from './AddressField.tsx'
import { useWayOn } from './use-way-on.ts'

/** `/sign-in/forgotten`: a mail with a link, and the same words whoever asks. */
export function ForgottenPage() {
  const { t } = useTranslation('signIn')
  useTitle(t('forgottenTitle'))
  const words = useFailureWords()
  const [language] = useLanguage()
  const { via } = useWayOn()
  const [email, setEmail] = useState('')
  const [isMissing, setMissing] = useState(false)
  const { data: installation } = trpc.installation.get.useQuery()
  const send = trpc.account.forgotPassword.useMutation()
  return (
    <DeskShell title={t('forgottenTitle')} intro={t('forgottenIntro')}>
      <div className="grid max-w-md gap-6">
        {send.isSuccess ? (
          <div className="grid gap-3">
            <Notice tone="saved">{t('forgottenSent')}</Notice>
            {installation?.sendsMail === false && <p className="text-soft">{t('forgottenKept')}</p>}
          </div>
        ) : (
          <form
            noValidate
            className="grid gap-3"
            onSubmit={(event) => {
              event.preventDefault()
              const isEmpty = email.trim() === ''
              setMissing(isEmpty)
              if (!isEmpty && !send.isPending) send.mutate({ email, language })
            }}
          >
            <AddressField
              label={t('email')}
              value={email}
              onChange={(value) => {
                setEmail(value)
                setMissing(false)
                send.reset()
              }}
              problem={isMissing ? t('emailMissing') : undefined}
            />
            {send.isError && <Notice tone="refused">{words(send.error)}</Notice>}
            <Button tone="primary" type="submit" size="large" wide busy={send.isPending}>
              {t('forgottenGo')}
            </Button>
          </form>
        )}
        <ButtonLink to={via('/sign-in')} tone="plain" className="-ml-5 justify-self-start">
          {t('back')}
        </ButtonLink>
      </div>
    </DeskShell>
  )
}
