import { useState } from 'react'
import { useTranslation } from '../i18n/use-translation.ts'
import { OptionButton, type OptionOutcome } from '../ui/OptionButton.tsx'
import { Segmented } from '../ui/Segmented.tsx'
import { Switch } from '../ui/Switch.tsx'
import { Tabs } from '../ui/Tabs.tsx'
import { Specimen } from './Specimen.tsx'

const outcomes: readonly OptionOutcome[] = ['missed', 'wrong', 'neutral', 'right']

/** Answers to choose, switches, tabs. */
export function Choices() {
  const { t } = useTranslation(['styles', 'console'])
  const options = [t('optionA'), t('optionB'), t('optionC'), t('optionD')]
  const [one, setOne] = useState(1)
  const [several, setSeveral] = useState<readonly number[]>([0, 2])
  const [late, setLate] = useState(true)
  const [tab, setTab] = useState('agenda')
  return (
    <>
      <Specimen title={t('answers')}>
        <div className="grid gap-8 tablet:grid-cols-2">
          <div className="grid content-start gap-3">
            {options.map((option, index) => (
              <OptionButton
                key={option}
                index={index}
                name="one"
                kind="single"
                selected={one === index}
                onSelect={() => setOne(index)}
              >
                {option}
              </OptionButton>
            ))}
          </div>
          <div className="grid content-start gap-3">
            {options.map((option, index) => (
              <OptionButton
                key={option}
                index={index}
                name="several"
                kind="several"
                selected={several.includes(index)}
                onSelect={(selected) =>
                  setSeveral(selected ? [...several, index] : several.filter((other) => other !== index))
                }
              >
                {option}
              </OptionButton>
            ))}
          </div>
          <div className="grid content-start gap-3">
            {options.map((option, index) => (
              <OptionButton
                key={option}
                index={index}
                name="shown"
                kind="single"
                selected={index === 1 || index === 3}
                onSelect={() => {}}
                outcome={outcomes[index]}
              >
                {option}
              </OptionButton>
            ))}
          </div>
          <div className="grid content-start gap-3">
            {options.map((option, index) => (
              <OptionButton
                key={option}
                index={index + 4}
                name="shut"
                kind="single"
                selected={index === 0}
                onSelect={() => {}}
                disabled
              >
                {option}
              </OptionButton>
            ))}
          </div>
        </div>
      </Specimen>
      <Specimen title={t('choices')}>
        <div className="grid max-w-md gap-6">
          <Switch label={t('lateJoin')} hint={t('lateJoinHint')} checked={late} onChange={setLate} />
          <Switch label={t('lateJoin')} checked={!late} onChange={(on) => setLate(!on)} />
          <Switch label={t('notNow')} checked={false} onChange={() => {}} disabled />
          <Segmented
            label={t('choices')}
            choices={[
              { value: 'agenda', label: t('console:agenda') },
              { value: 'now', label: t('console:now') },
              { value: 'people', label: t('console:people') },
            ]}
            value={tab}
            onChange={setTab}
          />
        </div>
        <Tabs
          label={t('choices')}
          value={tab}
          onChange={setTab}
          tabs={[
            { value: 'agenda', label: t('console:agenda'), panel: <p className="text-soft">{t('sampleLine')}</p> },
            { value: 'now', label: t('console:now'), panel: <p className="text-soft">{t('why')}</p> },
            {
              value: 'people',
              label: t('console:people'),
              count: 42,
              panel: <p className="text-soft">{t('workshop')}</p>,
            },
          ]}
        />
      </Specimen>
    </>
  )
}
