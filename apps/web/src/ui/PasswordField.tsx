import { Eye, EyeOff } from 'lucide-react'
import { useState } from 'react'
import { IconButton } from './IconButton.tsx'
import { TextField } from './TextField.tsx'

interface PasswordFieldProps {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  /** Tells a password manager whether to fill one in or to make one. */
  readonly kind: 'current-password' | 'new-password'
  readonly showLabel: string
  readonly hideLabel: string
  readonly hint?: string | undefined
  readonly problem?: string | undefined
}

/** A password, hidden until one wants to see it. */
export function PasswordField({ kind, showLabel, hideLabel, ...field }: PasswordFieldProps) {
  const [isShown, show] = useState(false)
  return (
    <TextField
      {...field}
      type={isShown ? 'text' : 'password'}
      name={kind}
      autoComplete={kind}
      autoCapitalize="none"
      autoCorrect="off"
      spellCheck={false}
      end={
        <IconButton
          label={isShown ? hideLabel : showLabel}
          aria-pressed={isShown}
          icon={
            isShown ? <EyeOff aria-hidden="true" className="size-5" /> : <Eye aria-hidden="true" className="size-5" />
          }
          onClick={() => show(!isShown)}
        />
      }
    />
  )
}
