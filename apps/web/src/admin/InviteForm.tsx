import { useState } from 'react'
import { useFailureWords } from '../account/failure-words.ts'
import { askAgain } from '../ask-again.ts'
import { languageNames, languages } from '../i18n/language.ts'
import { useLanguage } from '../i18n/use-language.ts'
import { useTranslation } from '../i18n/use-translation.ts'
import { AddressField } from '../sign-in/AddressField.tsx'
import { trpc } from '../trpc.ts'
import { Button } from '../ui/Button.tsx'
import { Notice } from '../ui/Notice.tsx'
import { Segmented } from '../ui/Segmented.tsx'
import { CopyText } from './CopyText.tsx'

/** Whom to invite, as what, and in which language the mail speaks. */
export function InviteForm() {
  const { t } = useTranslation('admin')
  const words = useFailureWords()
  const [spoken] = useLanguage()
  const [email, setEmail] = useState('')
  const [role, setRole] = useState<'member' | 'host' | 'admin'>('host')
  const [language, setLanguage] = useState(spoken)
  const { data: installation } = trpc.installation.get.useQuery()
  const queries = trpc.useUtils()
  const invite = trpc.admin.invite.useMutation({
    onSuccess() {
      setEmail('')
      void askAgain(queries.admin.invitations)
      void askAgain(queries.admin.mails)
    },
  })
  const roles = (['member', 'host', 'admin'] as const).map((value) => ({ value, label: t(`role_${value}`) }))
  const tongues = languages.map((value) => ({ value, label: languageNames[value] }))
  return (
    <form
      noValidate
      className="grid gap-4"
      onSubmit={(event) => {
        event.preventDefault()
        if (!invite.isPending) invite.mutate({ email, role, language })
      }}
    >
      <AddressField
        label={t('inviteEmail')}
        isOwn={false}
        value={email}
        onChange={(value) => {
          setEmail(value)
          if (invite.isError) invite.reset()
        }}
        problem={invite.isError ? words(invite.error) : undefined}
      />
      <div className="flex flex-wrap gap-x-8 gap-y-4">
        <Segmented label={t('inviteAs')} choices={roles} value={role} onChange={setRole} />
        <Segmented label={t('inviteLanguage')} choices={tongues} value={language} onChange={setLanguage} />
      </div>
      <Button tone="primary" type="submit" busy={invite.isPending} className="justify-self-start">
        {t('invite')}
      </Button>
      {invite.isSuccess && (
        <div className="grid gap-3">
          <Notice tone="saved">
            {installation?.sendsMail
              ? t('invited', { email: invite.variables.email })
              : t('invitedKept', { email: invite.variables.email })}
          </Notice>
          {installation?.sendsMail === false && <CopyText text={invite.data.link} />}
        </div>
      )}
    </form>
  )
}
