import { useTranslation } from '../i18n/use-translation.ts'
import { OptionMark } from '../ui/OptionMark.tsx'
import { Row, Specimen } from './Specimen.tsx'

const grounds = ['paper', 'raised', 'sunk', 'wash', 'ink', 'accent', 'danger'] as const
const inkOn = {
  paper: 'ink',
  raised: 'ink-soft',
  sunk: 'ink',
  wash: 'accent',
  ink: 'paper',
  accent: 'on-accent',
  danger: 'on-danger',
} as const
const sizes = ['text-display', 'text-headline', 'text-title', 'text-lead', 'text-body', 'text-small'] as const

/** Colours, marks, type. */
export function Drawn() {
  const { t } = useTranslation('styles')
  return (
    <>
      <Specimen title={t('colors')}>
        <div className="grid grid-cols-2 gap-3 tablet:grid-cols-4">
          {grounds.map((name) => (
            <div
              key={name}
              className="grid h-28 content-between rounded-one border border-line p-3 text-small"
              style={{ background: `var(--${name})`, color: `var(--${inkOn[name]})` }}
            >
              <span className="font-display font-semibold text-title">{t('pair')}</span>
              <span>
                {name} · {inkOn[name]}
              </span>
            </div>
          ))}
          <div className="grid h-28 content-end rounded-one border border-edge p-3 text-small text-soft">
            line · edge
          </div>
        </div>
      </Specimen>
      <Specimen title={t('options')}>
        <Row>
          {[0, 1, 2, 3, 4, 5, 6, 7].map((index) => (
            <OptionMark key={index} index={index} size="4rem" />
          ))}
        </Row>
      </Specimen>
      <Specimen title={t('type')}>
        {sizes.map((size) => (
          <div key={size} className="grid gap-1">
            <span className="text-small text-soft">{size}</span>
            <p
              className={`${size} ${size === 'text-body' || size === 'text-small' || size === 'text-lead' ? '' : 'font-bold font-display'}`}
            >
              {t('sampleLine')}
            </p>
          </div>
        ))}
        <p className="figures font-bold font-display text-headline">0123456789</p>
      </Specimen>
    </>
  )
}
