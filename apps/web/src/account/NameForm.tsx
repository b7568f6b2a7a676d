import { useState } from 'react'
import { useTranslation } from '../i18n/use-translation.ts'
import { Button } from '../ui/Button.tsx'
import { TextField } from '../ui/TextField.tsx'
import { useToast } from '../ui/use-toast.ts'
import { useFailureWords } from './failure-words.ts'
import type { Profile } from './profile.ts'
import { useProfileChange } from './use-profile-change.ts'

/** How one is called here. */
export function NameForm({ profile }: { readonly profile: Profile }) {
  const { t } = useTranslation('account')
  const words = useFailureWords()
  const { show } = useToast()
  const change = useProfileChange()
  const [typed, type] = useState<string | null>(null)
  const name = typed ?? profile.name ?? ''
  return (
    <form
      className="grid gap-3 tablet:grid-cols-[minmax(0,1fr)_auto] tablet:items-start"
      onSubmit={(event) => {
        event.preventDefault()
        if (change.isPending) return
        change.mutate(
          { name },
          {
            onSuccess: () => {
              type(null)
              show({ text: t('saved') })
            },
          },
        )
      }}
    >
      <TextField
        label={t('name')}
        hint={t('nameHint')}
        name="name"
        autoComplete="nickname"
        value={name}
        onChange={(value) => {
          type(value)
          change.reset()
        }}
        problem={change.isError ? words(change.error) : undefined}
      />
      <Button type="submit" busy={change.isPending} className="justify-self-start tablet:mt-7">
        {t('save')}
      </Button>
    </form>
  )
}
