import { useTranslation } from '../i18n/use-translation.ts'

/** Figures as people of this language write them. */
export function useFigures() {
  const { t, i18n } = useTranslation('ops')
  const numbers = new Intl.NumberFormat(i18n.language, { maximumFractionDigits: 1 })
  const unit = (name: string, digits: number) =>
    new Intl.NumberFormat(i18n.language, { style: 'unit', unit: name, maximumFractionDigits: digits })
  const bytes = (count: number): string => {
    const [name, size] = count < 1e9 ? (['megabyte', 1e6] as const) : (['gigabyte', 1e9] as const)
    return unit(name, size === 1e6 ? 0 : 1).format(count / size)
  }
  return {
    count: (value: number) => numbers.format(value),
    ms: (value: number | null | undefined) => (value == null ? '–' : unit('millisecond', 1).format(value)),
    bytes: (value: number | null) => (value === null ? t('unknown') : bytes(value)),
    moment: (at: number) =>
      new Intl.DateTimeFormat(i18n.language, { dateStyle: 'medium', timeStyle: 'short' }).format(at),
    time: (at: number) => new Intl.DateTimeFormat(i18n.language, { timeStyle: 'medium' }).format(at),
  }
}
