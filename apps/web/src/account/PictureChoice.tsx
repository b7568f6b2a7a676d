import { Dices, RotateCcw } from 'lucide-react'
import { useTranslation } from '../i18n/use-translation.ts'
import { uuid } from '../identity/uuid.ts'
import { Avatar } from '../ui/Avatar.tsx'
import { Button } from '../ui/Button.tsx'
import { Notice } from '../ui/Notice.tsx'
import { useFailureWords } from './failure-words.ts'
import type { Profile } from './profile.ts'
import { useProfileChange } from './use-profile-change.ts'

/** One's picture: drawn from a seed, and another one for the asking. */
export function PictureChoice({ profile }: { readonly profile: Profile }) {
  const { t } = useTranslation('account')
  const words = useFailureWords()
  const change = useProfileChange()
  const wished = change.isPending ? change.variables.avatar : profile.avatar
  const seed = wished ?? profile.userId
  return (
    <div className="flex flex-wrap items-center gap-6">
      <Avatar key={seed} seed={seed} size="6rem" className="fade-in" />
      <div className="grid min-w-0 flex-1 basis-60 gap-3">
        <p>
          <span className="block font-semibold text-small">{t('picture')}</span>
          <span className="text-small text-soft">{t('pictureHint')}</span>
        </p>
        <p className="flex flex-wrap gap-3">
          <Button
            size="small"
            icon={<Dices aria-hidden="true" className="size-5" />}
            onClick={() => change.mutate({ avatar: uuid() })}
          >
            {t('anotherPicture')}
          </Button>
          {profile.avatar !== null && (
            <Button
              size="small"
              tone="plain"
              icon={<RotateCcw aria-hidden="true" className="size-5" />}
              onClick={() => change.mutate({ avatar: null })}
            >
              {t('resetPicture')}
            </Button>
          )}
        </p>
        {change.isError && <Notice tone="refused">{words(change.error)}</Notice>}
      </div>
    </div>
  )
}
