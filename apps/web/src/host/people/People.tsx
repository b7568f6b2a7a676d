import { useState } from 'react'
import { useTranslation } from '../../i18n/use-translation.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { type ConsoleState, isOver } from '../console-state.ts'
import { Helpers } from './Helpers.tsx'
import { listed, searchFrom } from './listed.ts'
import { PersonRow } from './PersonRow.tsx'

/** Everybody who joined: who is here, who is on the way back, who is done. */
export function People(props: ConsoleState) {
  const { view, userId, command } = props
  const { t } = useTranslation('console')
  const [sought, seek] = useState('')
  const { people, facilitators, step } = view
  const count = Object.keys(people).length
  if (count === 0) return <EmptyState title={t('nobodyYet')} hint={t('nobodyYetHint')} />
  const { rows, hidden, returning, gone } = listed(people, sought)
  return (
    <div className="grid grid-cols-1 gap-4">
      <p className="text-small text-soft">
        {t('present', { count: view.present })}
        {returning > 0 && <> · {t('returning', { count: returning })}</>}
        {gone > 0 && <> · {t('gone', { count: gone })}</>}
      </p>
      {count >= searchFrom && <TextField className="-mb-6" label={t('searchPeople')} value={sought} onChange={seek} />}
      <ul className="grid grid-cols-1">
        {rows.map(([id, person]) => (
          <PersonRow
            key={id}
            id={id}
            person={person}
            isMe={id === userId}
            mine={facilitators[userId]?.role ?? null}
            theirs={facilitators[id]?.role ?? null}
            collects={step?.collects ?? false}
            isOver={isOver(view)}
            command={command}
          />
        ))}
      </ul>
      <Helpers {...props} />
      {hidden > 0 && <p className="text-small text-soft">{t('morePeople', { count: hidden })}</p>}
    </div>
  )
}
