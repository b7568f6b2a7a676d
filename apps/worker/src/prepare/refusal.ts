import { type ContentRefusal, refuse } from '@humuus/files'
import { Unreadable } from './prepared.ts'

export const refusal = (code: ContentRefusal['code'], params?: ContentRefusal['params']) =>
  new Unreadable(refuse(code, params))
