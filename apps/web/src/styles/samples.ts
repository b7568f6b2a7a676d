import { useTranslation } from '../i18n/use-translation.ts'
import type { Bar } from '../ui/bar.ts'
import type { RankingRow } from '../ui/ranking-row.ts'

/** Rows of a ranking with the names of plants; two share a place. */
export const ranking: readonly RankingRow[] = [
  { id: 'klee', name: 'Klee', place: 1, points: 4_210, gained: 980 },
  { id: 'farn', name: 'Farn', place: 2, points: 3_870, gained: 720, me: true },
  { id: 'ahorn', name: 'Ahorn', place: 2, points: 3_870 },
  { id: 'moos', name: 'Moos', place: 4, points: 2_400, gained: 310 },
  { id: 'salbei', name: 'Salbei am unteren Weiher', place: 5, points: 1_990 },
]

export const wordCounts = [
  ['Wurm', 18],
  ['Laub', 11],
  ['Regen', 7],
  ['Pilz', 13],
  ['Zeit', 4],
  ['Asche', 1],
  ['Wurzel', 9],
  ['Moder', 2],
  ['Geduld', 6],
  ['Spaten', 1],
].map(([word, count]) => ({ word: String(word), count: Number(count) }))

/** Results of the sample question, before and after the reveal. */
export function useSampleBars(revealed: boolean): Bar[] {
  const { t } = useTranslation('styles')
  const labels = [t('optionA'), t('optionB'), t('optionC'), t('optionD')]
  const counts = [23, 9, 4, 1]
  return labels.map((label, index) => ({
    key: label,
    index,
    label,
    count: counts[index] ?? 0,
    right: revealed ? index === 0 : undefined,
    mine: revealed && index === 1,
  }))
}
