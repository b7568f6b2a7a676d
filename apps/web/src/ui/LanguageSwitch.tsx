import { languageNames, languages } from '../i18n/language.ts'
import { useLanguage } from '../i18n/use-language.ts'
import { useTranslation } from '../i18n/use-translation.ts'
import { cx } from './cx.ts'

/** The languages as two small words, for the corner of a page that has nothing to do with settings. */
export function LanguageSwitch() {
  const { t } = useTranslation()
  const [current, choose] = useLanguage()
  return (
    <fieldset className="-mr-2 flex">
      <legend className="sr-only">{t('language')}</legend>
      {languages.map((language) => (
        <button
          key={language}
          type="button"
          lang={language}
          aria-label={`${language.toUpperCase()}: ${languageNames[language]}`}
          aria-pressed={language === current}
          onClick={() => choose(language)}
          className={cx(
            'min-h-11 min-w-11 rounded-one px-2 text-small uppercase tracking-wide',
            language === current
              ? 'font-bold text-ink underline decoration-2 underline-offset-[0.4em]'
              : 'text-soft hover:text-ink',
          )}
        >
          {language}
        </button>
      ))}
    </fieldset>
  )
}
