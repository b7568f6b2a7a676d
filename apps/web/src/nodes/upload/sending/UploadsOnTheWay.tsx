import { useTranslation } from '../../../i18n/use-translation.ts'
import { Notice } from '../../../ui/Notice.tsx'
import { isUnderWay } from './upload-state.ts'
import { useUploads } from './use-uploads.ts'

export interface UploadsOnTheWayProps {
  readonly sessionId: string
  /** The step that is shown, which says it itself. */
  readonly nodeId: string | null
}

/** How many files of other steps are still on their way. */
export function UploadsOnTheWay({ sessionId, nodeId }: UploadsOnTheWayProps) {
  const { t } = useTranslation('upload')
  const { states } = useUploads(sessionId)
  const count = states.filter((upload) => upload.nodeId !== nodeId && isUnderWay(upload)).length
  return count === 0 ? null : <Notice tone="info">{t('onTheWay', { count })}</Notice>
}
