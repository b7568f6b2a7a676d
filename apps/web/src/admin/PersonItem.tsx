import { EllipsisVertical, Mic, Settings2, Trash2, User } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { useFailureWords } from '../account/failure-words.ts'
import { useTranslation } from '../i18n/use-translation.ts'
import { useIdentity } from '../identity/use-identity.ts'
import { useLiveClient } from '../live/live-context.ts'
import type { RouterOutputs } from '../live/outputs.ts'
import { trpc } from '../trpc.ts'
import { Avatar } from '../ui/Avatar.tsx'
import { Badge } from '../ui/Badge.tsx'
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx'
import { IconButton } from '../ui/IconButton.tsx'
import { Menu } from '../ui/Menu.tsx'
import { useToast } from '../ui/use-toast.ts'

type Person = RouterOutputs['admin']['people'][number]
type Role = Person['role']

const tones = { member: 'quiet', host: 'accent', admin: 'solid' } as const satisfies Record<Role, string>
const words = { member: 'makeMember', host: 'makeHost', admin: 'makeAdmin' } as const satisfies Record<Role, string>
const icons: Record<Role, ReactNode> = { member: <User />, host: <Mic />, admin: <Settings2 /> }
const roles = ['member', 'host', 'admin'] as const satisfies readonly Role[]

/** Somebody, what they may do, and the ways to change that. */
export function PersonItem({ person }: { readonly person: Person }) {
  const { t, i18n } = useTranslation(['admin', 'common'])
  const failureWords = useFailureWords()
  const { show } = useToast()
  const { userId: mine } = useIdentity()
  const { identity } = useLiveClient()
  const [isAsking, ask] = useState(false)
  const queries = trpc.useUtils()
  const { userId, email, role, createdAt } = person
  const name = person.name ?? email ?? t('nameless')
  const after = {
    onError: (error: unknown) => void show({ text: failureWords(error) }),
    onSettled: () => {
      if (userId === mine) void identity.look().catch(() => undefined)
      return queries.admin.people.invalidate()
    },
  }
  const setRole = trpc.admin.setRole.useMutation(after)
  const remove = trpc.admin.removePerson.useMutation(after)
  const give = (next: Role) =>
    setRole.mutate(
      { userId, role: next },
      { onSuccess: () => void show({ text: t('roleSet', { name, role: t(`role_${next}`) }) }) },
    )
  const date = new Intl.DateTimeFormat(i18n.language, { dateStyle: 'medium' }).format(createdAt)
  return (
    <li className="flex items-center gap-4 py-3">
      <Avatar seed={userId} />
      <span className="min-w-0 flex-1">
        <span className="block break-words font-semibold">
          {name}
          {userId === mine && <span className="font-normal text-soft"> ({t('common:you')})</span>}
        </span>
        <span className="block break-words text-small text-soft">
          {person.name !== null && email !== null && `${email} · `}
          {t('since', { date })}
        </span>
      </span>
      <Badge tone={tones[role]}>{t(`role_${role}`)}</Badge>
      <Menu
        trigger={
          <IconButton
            label={t('roleMenu', { name })}
            icon={<EllipsisVertical aria-hidden="true" className="size-5" />}
          />
        }
        items={[
          ...roles
            .filter((other) => other !== role)
            .map((other) => ({
              key: other,
              label: t(words[other]),
              icon: icons[other],
              onSelect: () => give(other),
            })),
          { key: 'remove', label: t('remove'), icon: <Trash2 />, danger: true, onSelect: () => ask(true) },
        ]}
      />
      <ConfirmDialog
        open={isAsking}
        danger
        title={t('removeHeading', { name })}
        text={t('removeText')}
        confirm={t('remove')}
        onConfirm={() => remove.mutate({ userId }, { onSuccess: () => void show({ text: t('removed', { name }) }) })}
        onClose={() => ask(false)}
      />
    </li>
  )
}
