import type { FileKind } from '@humuus/workshop-engine'
import { useTranslation } from '../i18n/use-translation.ts'

export type KindWords = Readonly<Record<FileKind, string>>

/** What the kinds of files are called. */
export function useKindWords(): KindWords {
  const { t } = useTranslation('common')
  return { picture: t('kindPicture'), audio: t('kindAudio'), video: t('kindVideo'), document: t('kindDocument') }
}
