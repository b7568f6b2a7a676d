import { useTranslation } from '../i18n/use-translation.ts'
import { cx } from './cx.ts'

export type Connection = 'online' | 'connecting' | 'reconnecting' | 'offline'

interface ConnectionLineProps {
  readonly connection: Connection
  /** Answers this device holds that are not yet acknowledged. */
  readonly pending: number
}

/**
 * Says in words how the connection is, only when it matters. It floats over the top edge, so nothing moves when it comes.
 * What is over within half a second is never said.
 */
export function ConnectionLine({ connection, pending }: ConnectionLineProps) {
  const { t } = useTranslation()
  // What is counted is put into words only where it is said: the first plural costs a slow phone 40 ms.
  const kept = () => (pending > 0 ? t('pending', { count: pending }) : null)
  const words =
    connection === 'online'
      ? pending > 0
        ? t('sending')
        : null
      : connection === 'connecting'
        ? t('connecting')
        : (kept() ?? t(connection))
  const calm = connection === 'online' || connection === 'connecting'
  return (
    <div role="status" className="pointer-events-none fixed inset-x-0 top-0 z-40 grid justify-items-center">
      {words !== null && (
        <p
          className={cx(
            'fade-in w-full px-4 pt-[max(0.25rem,env(safe-area-inset-top))] pb-1 text-center font-semibold text-small leading-snug [animation-delay:500ms]',
            calm ? 'bg-wash text-accent' : 'bg-ink text-paper',
          )}
        >
          {words}
        </p>
      )}
    </div>
  )
}
