import { useTranslation } from '../../i18n/use-translation.ts'
import { optionLetter } from '../../ui/option-shape.ts'
import type { Option } from './choice.ts'

/** What an option is called: its words, those of its picture, or its letter. */
export function useOptionLabel(): (option: Option | undefined, index: number) => string {
  const { t } = useTranslation()
  return (option, index) => option?.text || option?.image?.alt || t('option', { letter: optionLetter(index) })
}
