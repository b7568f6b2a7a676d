import { useTranslation } from '../i18n/use-translation.ts'
import { Segmented } from './Segmented.tsx'
import { useTheme } from './theme.ts'

/** Light, dark, or as the device. */
export function ThemeChoice({ quiet = false }: { readonly quiet?: boolean }) {
  const { t } = useTranslation()
  const [theme, choose] = useTheme()
  const choices = [
    { value: 'system', label: t('themeSystem') },
    { value: 'light', label: t('themeLight') },
    { value: 'dark', label: t('themeDark') },
  ] as const
  return <Segmented label={t('theme')} quiet={quiet} choices={choices} value={theme} onChange={choose} />
}
