import { Eye, EyeOff } from 'lucide-react'
import { HiddenFromHall, HostQuestion } from '../../host/now/HostQuestion.tsx'
import { useTranslation } from '../../i18n/use-translation.ts'
import { cx } from '../../ui/cx.ts'
import { IconButton } from '../../ui/IconButton.tsx'
import type { HostFace } from '../faces.ts'

/** Every answer with its author, newest first; each can be kept off the screen while it is shown. */
export default function OpenQuestionHost({ step, content, moderate }: HostFace<'open-question'>) {
  const { t } = useTranslation('console')
  return (
    <HostQuestion text={content.text} image={null}>
      {step.phase !== 'revealed' && !content.live && <HiddenFromHall />}
      <p className="text-small text-soft">{t('answersIn', { count: content.answers.length })}</p>
      <ul className={moderate === null ? 'gap-8 tablet:columns-2' : 'grid grid-cols-1'}>
        {content.answers.toReversed().map(({ id, text, name, hidden }) => (
          <li key={id} className="come-in flex break-inside-avoid items-start gap-3 border-line border-t py-3">
            <div className={cx('min-w-0 grow', hidden && 'text-soft line-through')}>
              <p className="whitespace-pre-line break-words">{text}</p>
              <p className="mt-1 text-small text-soft">{name}</p>
            </div>
            {moderate !== null && (
              <IconButton
                label={t(hidden ? 'showAnswer' : 'hideAnswer')}
                icon={hidden ? <EyeOff /> : <Eye />}
                aria-pressed={hidden}
                onClick={() => moderate({ type: 'hide', answerId: id, hidden: !hidden })}
              />
            )}
          </li>
        ))}
      </ul>
    </HostQuestion>
  )
}
