import { type FormEvent, useState } from 'react'
import { useTranslation } from '../../i18n/use-translation.ts'
import { Avatar } from '../../ui/Avatar.tsx'
import { Button } from '../../ui/Button.tsx'
import { NameField } from '../name/NameField.tsx'
import { nameProblem } from '../name/name-problem.ts'

interface RenameFormProps {
  readonly name: string
  /** Resolves to words that say why not; `null` when done. */
  readonly onRename: (name: string) => Promise<string | null>
  readonly onDone: () => void
}

/** My name here, and a better one. */
export function RenameForm({ name, onRename, onDone }: RenameFormProps) {
  const { t } = useTranslation('phone')
  const [wanted, want] = useState(name)
  const [refused, setRefused] = useState<string>()
  const [busy, setBusy] = useState(false)
  const changes = wanted.trim() !== name
  const rename = async (event: FormEvent) => {
    event.preventDefault()
    if (nameProblem(wanted) !== null || !changes || busy) return
    setBusy(true)
    const problem = await onRename(wanted)
    setBusy(false)
    if (problem === null) onDone()
    else setRefused(problem)
  }
  return (
    <form onSubmit={rename} className="grid gap-2">
      <div className="flex flex-wrap items-center gap-4">
        <Avatar seed={wanted.trim() || name} size="3.5rem" />
        <NameField
          value={wanted}
          onChange={(typed) => {
            want(typed)
            setRefused(undefined)
          }}
          refused={refused}
          className="min-w-0 flex-1 basis-52"
        />
      </div>
      {changes && (
        <Button tone="primary" type="submit" busy={busy} className="fade-in justify-self-end">
          {t('changeName')}
        </Button>
      )}
    </form>
  )
}
