import { useTranslation } from '../../i18n/use-translation.ts'
import { Bars } from '../../ui/Bars.tsx'
import type { Option } from './choice.ts'
import { useOptionBars } from './use-option-bars.ts'

interface RoomBarsProps {
  readonly options: readonly Option[]
  readonly counts: readonly number[]
  /** People who answered. */
  readonly answers: number
  readonly mine: readonly number[] | null
  /** Indices of the right options; without it nothing is right or wrong. */
  readonly correct?: readonly number[]
}

/** What the room says, with my own choice marked. */
export function RoomBars({ options, counts, answers, mine, correct }: RoomBarsProps) {
  const { t } = useTranslation('phone')
  const bars = useOptionBars(options, { counts, correct, mine })
  return (
    <section className="grid grid-cols-1 gap-5">
      <h2 className="font-display font-semibold text-lead">{t('theRoom')}</h2>
      <Bars bars={bars} answers={answers} />
    </section>
  )
}
