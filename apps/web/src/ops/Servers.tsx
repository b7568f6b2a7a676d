import { useTranslation } from '../i18n/use-translation.ts'
import { Section } from '../ui/Section.tsx'
import { Program } from './Program.tsx'
import { type Overview, totalsOf } from './totals.ts'
import { useFigures } from './use-figures.ts'

type Server = NonNullable<Overview['servers']>[number]

/** Every server that runs on this database, this one first. */
export function Servers({ servers }: { readonly servers: Overview['servers'] }) {
  const { t } = useTranslation('ops')
  const { count, ms, bytes } = useFigures()
  const figuresOf = (server: Server) => {
    const totals = totalsOf({ servers: [server] })
    if (totals === null || server.report === null) return []
    return [
      [t('figure_sessions'), count(totals.sessions)],
      [t('figure_people'), count(totals.people)],
      [t('figure_versions'), count(totals.versionsPerSecond)],
      [t('figure_saving'), ms(totals.appendMs?.p99)],
      [t('figure_loop'), ms(totals.loopMs)],
      [t('figure_memory'), bytes(server.report.memoryBytes)],
    ] as const
  }
  const sorted = servers?.toSorted((a, b) => Number(b.isThisOne) - Number(a.isThisOne))
  return (
    <Section title={t('servers')} hint={t('serversHint')}>
      {servers === null && <p className="text-soft">{t('cannotTell')}</p>}
      <ul className="divide-y divide-line">
        {sorted?.map((server) => (
          <Program
            key={server.id}
            name={server.isThisOne ? t('thisServer') : t('server', { id: server.id.slice(0, 8) })}
            silentMs={server.silentMs}
            startedAt={server.report?.startedAt ?? null}
            figures={figuresOf(server)}
          />
        ))}
      </ul>
    </Section>
  )
}
