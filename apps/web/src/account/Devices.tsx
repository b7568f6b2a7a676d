import { useTranslation } from '../i18n/use-translation.ts'
import { trpc } from '../trpc.ts'
import { Badge } from '../ui/Badge.tsx'
import { Button } from '../ui/Button.tsx'
import { ErrorState } from '../ui/ErrorState.tsx'
import { Section } from '../ui/Section.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { useToast } from '../ui/use-toast.ts'
import { useFailureWords } from './failure-words.ts'

/** Where one is signed in; each of the others can be signed out from here. */
export function Devices() {
  const { t, i18n } = useTranslation('account')
  const words = useFailureWords()
  const { show } = useToast()
  const queries = trpc.useUtils()
  const devices = trpc.account.devices.useQuery()
  const signOut = trpc.account.signOutDevice.useMutation({
    onError: (error) => void show({ text: words(error) }),
    onSettled: () => queries.account.devices.invalidate(),
  })
  const date = new Intl.DateTimeFormat(i18n.language, { dateStyle: 'medium', timeStyle: 'short' })
  return (
    <Section title={t('devices')} hint={t('devicesHint')}>
      {devices.isPending && <Skeleton className="h-20 w-full" />}
      {devices.isError && <ErrorState title={words(devices.error)} onRetry={() => void devices.refetch()} />}
      <ul className="divide-y divide-line">
        {devices.data?.map(({ deviceId, label, lastSeenAt, isThisOne }) => {
          const name = label ?? t('unknownDevice')
          return (
            <li key={deviceId} className="flex flex-wrap items-center justify-between gap-3 py-3 first:pt-0">
              <span>
                <span className="block font-semibold">{name}</span>
                <span className="text-small text-soft">{t('lastSeen', { date: date.format(lastSeenAt) })}</span>
              </span>
              {isThisOne ? (
                <Badge tone="accent">{t('thisDevice')}</Badge>
              ) : (
                <Button
                  size="small"
                  aria-label={t('signOutOf', { device: name })}
                  busy={signOut.isPending && signOut.variables.deviceId === deviceId}
                  onClick={() =>
                    signOut.mutate(
                      { deviceId },
                      { onSuccess: () => void show({ text: t('signedOutDevice', { device: name }) }) },
                    )
                  }
                >
                  {t('signOutDevice')}
                </Button>
              )}
            </li>
          )
        })}
      </ul>
    </Section>
  )
}
