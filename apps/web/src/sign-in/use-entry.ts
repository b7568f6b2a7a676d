import { useState } from 'react'
import type { Entry } from '../identity/sign-in-by-email.ts'

interface EntryState extends Entry {
  readonly typeEmail: (email: string) => void
  readonly typePassword: (password: string) => void
  /** What was left empty when it was last sent. */
  readonly missing: 'email' | 'password' | null
  /** What was typed, once both are there; else `missing` says which is not. */
  readonly complete: () => Entry | null
}

/** An address and a password as they are typed; `onEdit`: what was said about the last ones no longer holds. */
export function useEntry(onEdit: () => void): EntryState {
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const [missing, setMissing] = useState<EntryState['missing']>(null)
  const edit = (set: (value: string) => void) => (value: string) => {
    set(value)
    setMissing(null)
    onEdit()
  }
  return {
    email,
    password,
    typeEmail: edit(setEmail),
    typePassword: edit(setPassword),
    missing,
    complete() {
      const lacks = email.trim() === '' ? 'email' : password === '' ? 'password' : null
      setMissing(lacks)
      return lacks === null ? { email, password } : null
    },
  }
}
