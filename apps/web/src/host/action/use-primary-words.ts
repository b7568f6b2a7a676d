import { useTranslation } from '../../i18n/use-translation.ts'
import type { HostView } from '../console-state.ts'

/** What the big button will do, said before it is pressed. */
export function usePrimaryWords({ primary, upcoming }: Pick<HostView, 'primary' | 'upcoming'>): string | null {
  const { t } = useTranslation('console')
  const title = upcoming ?? ''
  if (primary === null) return null
  const words = {
    open_lobby: t('openDoors'),
    start: title === '' ? t('startNow') : t('start', { title }),
    close: t('closeAnswers'),
    reveal: t('showResults'),
    show_scoreboard: t('showScores'),
    next: t('next', { title }),
    finish: t('finish'),
    resume: t('resume'),
  } as const satisfies Record<NonNullable<HostView['primary']>, string>
  return words[primary]
}
