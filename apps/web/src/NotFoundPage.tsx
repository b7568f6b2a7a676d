import { useTranslation } from './i18n/use-translation.ts'
import { ButtonLink } from './ui/ButtonLink.tsx'
import { EmptyState } from './ui/EmptyState.tsx'
import { useTitle } from './ui/use-title.ts'
import { Wordmark } from './ui/Wordmark.tsx'

/** Nothing at this address: says so and leads back. */
export default function NotFoundPage() {
  const { t } = useTranslation(['errors', 'common'])
  useTitle(t('pageNotFound'))
  return (
    <div className="safe-x safe-top grid min-h-dvh grid-rows-[auto_1fr] tablet:px-10 tablet:pt-8">
      <header>
        <Wordmark />
      </header>
      <main className="grid place-items-center pb-24">
        <EmptyState
          page
          title={t('pageNotFound')}
          hint={t('pageNotFoundHint')}
          action={
            <ButtonLink to="/" tone="primary">
              {t('common:toStart')}
            </ButtonLink>
          }
        />
      </main>
    </div>
  )
}
