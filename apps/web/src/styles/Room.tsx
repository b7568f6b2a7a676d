import { Hand } from 'lucide-react'
import { useMemo, useState } from 'react'
import { useTranslation } from '../i18n/use-translation.ts'
import { Avatar } from '../ui/Avatar.tsx'
import { Badge } from '../ui/Badge.tsx'
import { Button } from '../ui/Button.tsx'
import { type Connection, ConnectionLine } from '../ui/ConnectionLine.tsx'
import { CountOf } from '../ui/CountOf.tsx'
import { LastSeconds } from '../ui/LastSeconds.tsx'
import { ProgressLine } from '../ui/ProgressLine.tsx'
import { Segmented } from '../ui/Segmented.tsx'
import { TimeLine } from '../ui/TimeLine.tsx'
import { Timer } from '../ui/Timer.tsx'
import { Row, Specimen } from './Specimen.tsx'

const seeds = [
  'klee',
  'farn',
  'ahorn',
  'moos',
  'salbei',
  'mohn',
  'birke',
  'linde',
  'distel',
  'efeu',
  'minze',
  'hasel',
] as const
const connections: readonly Connection[] = ['online', 'connecting', 'reconnecting', 'offline']
const now = () => Date.now()

/** People, time, connection. */
export function Room() {
  const { t } = useTranslation(['styles', 'console', 'screen'])
  const [connection, setConnection] = useState<Connection>('online')
  const [pending, setPending] = useState('0')
  const [round, setRound] = useState(0)
  // A new round begins at the press of the button.
  const start = useMemo(() => Date.now() + round * 0, [round])
  return (
    <>
      <Specimen title={t('people')}>
        <Row>
          {seeds.map((seed) => (
            <Avatar key={seed} seed={seed} size="3.5rem" />
          ))}
        </Row>
        <Row>
          <Badge>{t('console:stateReturning')}</Badge>
          <Badge tone="accent">{t('console:answered')}</Badge>
          <Badge tone="danger" icon={<Hand aria-hidden="true" />}>
            {t('console:handUp')}
          </Badge>
          <Badge tone="solid">{t('console:stepNow')}</Badge>
        </Row>
      </Specimen>
      <Specimen title={t('time')}>
        <Row>
          <Timer deadline={start + 75_000} now={now} />
          <Timer deadline={start + 10_500} now={now} />
          <Timer deadline={null} now={now} pausedWith={42_000} />
          <Timer deadline={null} now={now} sayNoLimit />
          <CountOf count={37} total={42} label={t('screen:answered')} />
          <Button size="small" onClick={() => setRound(round + 1)}>
            {t('moving')}
          </Button>
        </Row>
        <TimeLine deadline={start + 75_000} now={now} total={90_000} />
        <TimeLine deadline={null} now={now} pausedWith={42_000} total={90_000} />
        <LastSeconds deadline={start + 10_500} now={now} over={t('screen:timeUp')} className="text-display" />
        <ProgressLine step={3} total={12} className="max-w-xs" />
      </Specimen>
      <Specimen title={t('connection')}>
        <ConnectionLine connection={connection} pending={Number(pending)} />
        <Row>
          <Segmented
            label={t('connection')}
            choices={connections.map((value) => ({ value, label: value }))}
            value={connection}
            onChange={setConnection}
          />
          <Segmented
            label={t('answers')}
            choices={['0', '1', '3'].map((value) => ({ value, label: value }))}
            value={pending}
            onChange={setPending}
          />
        </Row>
      </Specimen>
    </>
  )
}
