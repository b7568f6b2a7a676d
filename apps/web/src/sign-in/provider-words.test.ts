import { expect, it } from 'vitest'
import { refusalOf } from '../live/rejection-of.ts'
import { askedByProvider, troubleOfProvider } from './provider-words.ts'

it('reads from the address why a provider let nobody in', () => {
  expect(troubleOfProvider(new URLSearchParams('to=/library'))).toBeNull()
  expect(refusalOf(troubleOfProvider(new URLSearchParams('trouble=provider_off')))).toEqual({ code: 'provider_off' })
  expect(refusalOf(troubleOfProvider(new URLSearchParams('trouble=too_many_tries&minutes=3')))).toEqual({
    code: 'too_many_tries',
    params: { minutes: '3' },
  })
})

it('reads from the address what the device has done so far', () => {
  expect(askedByProvider(new URLSearchParams('workshops=1'))).toBeNull()
  expect(askedByProvider(new URLSearchParams('ask=take-along&workshops=1&sessions=x'))).toEqual({
    workshops: 1,
    sessions: 0,
  })
})
