import { useTranslation } from '../i18n/use-translation.ts'
import { trpc } from '../trpc.ts'
import { Section } from '../ui/Section.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'

/** How the installation is set up, in words. */
export function Setup() {
  const { t } = useTranslation('admin')
  const { data: installation } = trpc.installation.get.useQuery()
  return (
    <Section title={t('setup')} hint={t('setupHint')}>
      {installation === undefined ? (
        <Skeleton className="h-32 w-full" />
      ) : (
        <ul className="grid list-disc gap-2 pl-5 marker:text-edge">
          <li>{t(`hosting_${installation.hosting}`)}</li>
          <li>{installation.checksEmail ? t('checksEmail') : t('checksNoEmail')}</li>
          <li>{installation.sendsMail ? t('sendsMail') : t('sendsNoMail')}</li>
          <li>
            {installation.provider === null ? t('noProvider') : t('provider', { provider: installation.provider })}
          </li>
        </ul>
      )}
    </Section>
  )
}
