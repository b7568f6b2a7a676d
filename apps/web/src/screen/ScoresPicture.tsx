import { useTranslation } from '../i18n/use-translation.ts'
import { Podium } from '../ui/Podium.tsx'
import { Ranking } from '../ui/Ranking.tsx'
import type { ScreenView } from './screen-view.ts'

interface ScoresPictureProps {
  readonly rows: NonNullable<ScreenView['scoreboard']>
  readonly isFinal: boolean
}

/** The ranking; at the very end the first three stand on a podium. */
export function ScoresPicture({ rows, isFinal }: ScoresPictureProps) {
  const { t } = useTranslation('screen')
  const named = rows.map((row) => ({ ...row, id: row.name }))
  return (
    <div className="grid size-full grid-rows-[auto_minmax(0,1fr)] gap-[calc(32*var(--u))]">
      <h1 className="font-bold font-display text-[calc(64*var(--u))] leading-none">
        {t(isFinal ? 'finalScoreboard' : 'scoreboard')}
      </h1>
      {isFinal ? <Podium rows={named} /> : <Ranking rows={named} size="big" />}
    </div>
  )
}
