import { useTranslation } from '../i18n/use-translation.ts'
import { ErrorState } from './ErrorState.tsx'

/** The whole page failed: after an update its parts may be gone, and loading it once more helps; else it is a bug of ours. */
export function BrokenPage({ error }: { readonly error: unknown }) {
  const { t } = useTranslation('errors')
  const reload = () => location.reload()
  const outdated = error instanceof TypeError && /import|module|preload|fetch/i.test(error.message)
  return (
    <main className="grid min-h-dvh place-items-center">
      {outdated ? (
        <ErrorState title={t('newVersion')} hint={t('newVersionHint')} onRetry={reload} retryLabel={t('reload')} />
      ) : (
        <ErrorState onRetry={reload} retryLabel={t('reload')} />
      )}
    </main>
  )
}
