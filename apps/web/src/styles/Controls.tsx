import { ArrowRight, Copy, Hand, Settings } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from '../i18n/use-translation.ts'
import { Button } from '../ui/Button.tsx'
import { ButtonLink } from '../ui/ButtonLink.tsx'
import { CodeField } from '../ui/CodeField.tsx'
import { IconButton } from '../ui/IconButton.tsx'
import { PasswordField } from '../ui/PasswordField.tsx'
import { TextArea } from '../ui/TextArea.tsx'
import { TextField } from '../ui/TextField.tsx'
import { Row, Specimen } from './Specimen.tsx'

const arrow = <ArrowRight aria-hidden="true" className="size-5" />

/** Buttons, fields, the code. */
export function Controls() {
  const { t } = useTranslation(['styles', 'join', 'rejections', 'phone'])
  const [name, setName] = useState('Farn')
  const [words, setWords] = useState<string>(t('why'))
  const [code, setCode] = useState('4829')
  const [secret, setSecret] = useState('leaves and stones')
  const [wrong, setWrong] = useState('482913')
  return (
    <>
      <Specimen title={t('buttons')}>
        {(['primary', 'quiet', 'plain', 'danger'] as const).map((tone) => (
          <Row key={tone}>
            <Button tone={tone}>{t('press')}</Button>
            <Button tone={tone} icon={arrow}>
              {t('press')}
            </Button>
            <Button tone={tone} busy>
              {t('atWork')}
            </Button>
            <Button tone={tone} disabled>
              {t('notNow')}
            </Button>
          </Row>
        ))}
        <Row>
          <Button size="small">{t('small')}</Button>
          <Button tone="primary" size="large">
            {t('large')}
          </Button>
          <ButtonLink to="/_styles">{t('link')}</ButtonLink>
          <IconButton label={t('press')} icon={<Settings aria-hidden="true" className="size-5" />} />
          <IconButton label={t('press')} edged icon={<Hand aria-hidden="true" className="size-5" />} />
          <IconButton label={t('notNow')} edged disabled icon={<Copy aria-hidden="true" className="size-5" />} />
        </Row>
      </Specimen>
      <Specimen title={t('fields')}>
        <div className="grid gap-6 tablet:grid-cols-2">
          <TextField label={t('name')} value={name} onChange={setName} hint={t('nameHint')} />
          <TextField label={t('name')} value="" onChange={() => {}} placeholder="Farn" problem={t('nameProblem')} />
          <PasswordField
            label={t('password')}
            kind="new-password"
            showLabel={t('show')}
            hideLabel={t('hide')}
            value={secret}
            onChange={setSecret}
            hint={t('passwordHint')}
          />
          <PasswordField
            label={t('password')}
            kind="current-password"
            showLabel={t('show')}
            hideLabel={t('hide')}
            value=""
            onChange={() => {}}
            problem={t('passwordProblem')}
          />
          <TextArea label={t('phone:yourAnswer')} value={words} onChange={setWords} max={280} />
          <TextArea label={t('phone:yourAnswer')} value={t('sampleLine')} onChange={() => {}} max={40} />
        </div>
      </Specimen>
      <Specimen title={t('code')}>
        <div className="grid max-w-xl gap-8">
          <CodeField
            label={t('join:codeLabel')}
            value={code}
            onChange={setCode}
            onComplete={() => {}}
            hint={t('join:hint')}
          />
          <CodeField
            label={t('join:codeLabel')}
            value={wrong}
            onChange={setWrong}
            onComplete={() => {}}
            problem={t('rejections:unknown_code')}
          />
          <CodeField label={t('join:codeLabel')} value="482913" onChange={() => {}} onComplete={() => {}} busy />
        </div>
      </Specimen>
    </>
  )
}
