import type { Rejection } from '@humuus/workshop-engine'
import { useRejectionWords } from '../i18n/rejection-words.ts'

/** Why the server said no. Suspends until its words are there. */
export function RejectionWords({ rejection }: { readonly rejection: Rejection }) {
  return useRejectionWords()(rejection)
}
