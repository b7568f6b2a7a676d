import { TextField } from '../ui/TextField.tsx'

interface AddressFieldProps {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly problem?: string | undefined
  readonly hint?: string | undefined
  /** `false` for somebody else's address. */
  readonly isOwn?: boolean
}

/** An email address. The server judges it; the keyboard of a phone helps. */
export function AddressField({ isOwn = true, ...field }: AddressFieldProps) {
  return (
    <TextField
      {...field}
      type="email"
      name={isOwn ? 'username' : 'email'}
      inputMode="email"
      autoComplete={isOwn ? 'username' : 'off'}
      autoCapitalize="none"
      autoCorrect="off"
      spellCheck={false}
    />
  )
}
