import { Play } from 'lucide-react'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { useRejectionWords } from '../i18n/rejection-words.ts'
import { useTranslation } from '../i18n/use-translation.ts'
import { useIdentity } from '../identity/use-identity.ts'
import { refusalOf, rejectionOf } from '../live/rejection-of.ts'
import { trpc } from '../trpc.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { TextField } from '../ui/TextField.tsx'
import { HostingRefused } from './HostingRefused.tsx'
import { hostName, rememberHostName } from './host-name.ts'

/** Opens a session of a workshop; asks for the host's name, which is offered again next time. */
export function StartButton({ workshopId, title }: { readonly workshopId: string; readonly title: string }) {
  const { t } = useTranslation(['library', 'common'])
  const words = useRejectionWords()
  const [, go] = useLocation()
  const { me } = useIdentity()
  const [isOpen, open] = useState(false)
  const [typed, setName] = useState(() => hostName() || null)
  const name = typed ?? me?.name ?? ''
  const create = trpc.sessions.create.useMutation({ onSuccess: ({ sessionId }) => go(`/host/${sessionId}`) })
  const start = () => {
    rememberHostName(name.trim())
    create.mutate({ workshopId, hostName: name.trim() })
  }
  const mayNot = me?.mayHost === false || refusalOf(create.error)?.code === 'may_not_host'
  const refusal = create.isError ? (rejectionOf(create.error) ?? { code: 'unavailable' as const }) : null
  return (
    <>
      <Button tone="primary" icon={<Play />} onClick={() => open(true)} aria-label={`${t('host')}: ${title}`}>
        {t('host')}
      </Button>
      <Dialog open={isOpen} onClose={() => open(false)} title={mayNot ? t('mayNotHost') : t('hostHeading', { title })}>
        {mayNot ? (
          <HostingRefused />
        ) : (
          <form
            className="grid gap-6"
            onSubmit={(event) => {
              event.preventDefault()
              start()
            }}
          >
            <TextField
              label={t('hostName')}
              hint={t('hostNameHint')}
              value={name}
              onChange={(value) => setName(value.slice(0, 40))}
              problem={refusal ? words(refusal) : undefined}
            />
            <div className="flex justify-end gap-3">
              <Button onClick={() => open(false)}>{t('common:cancel')}</Button>
              <Button tone="primary" type="submit" busy={create.isPending}>
                {t('hostStart')}
              </Button>
            </div>
          </form>
        )}
      </Dialog>
    </>
  )
}
