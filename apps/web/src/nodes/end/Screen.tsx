import { useTranslation } from '../../i18n/use-translation.ts'
import { EndPicture } from '../../screen/EndPicture.tsx'
import type { ScreenFace } from '../faces.ts'

/** Thanks, and what stays. */
export default function EndScreen({ content }: ScreenFace<'end'>) {
  const { t } = useTranslation('screen')
  return <EndPicture headline={content.headline ?? t('thankYou')} text={content.text} />
}
