import { describe, expect, test } from 'vitest'
import { csv, separatorOf } from './csv.ts'

const only = (cell: string | number | null, separator: ',' | ';' = ',') => csv([[cell]], separator).slice(1, -2)

test('a file begins with the mark by which Excel knows UTF-8, and each row ends as RFC 4180 has it', () => {
  expect(
    csv(
      [
        ['a', 1],
        ['b', null],
      ],
      ',',
    ),
  ).toBe('\uFEFFa,1\r\nb,\r\n')
})

describe('a cell', () => {
  test.each([
    ['He said "soil"', '"He said ""soil"""'],
    ['one, two', '"one, two"'],
    ['one\ntwo', '"one\ntwo"'],
    [' edge ', '" edge "'],
    ['plain', 'plain'],
  ])('%j is written as %j', (text, written) => {
    expect(only(text)).toBe(written)
  })

  test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1'])('%j is never run as a formula', (text) => {
    expect(only(text).replace(/^"/, '')).toMatch(/^'/)
  })

  test('a number stays a number, also below zero', () => {
    expect(only(-3)).toBe('-3')
  })

  test('only the separator of the file needs quotes', () => {
    expect(only('a;b')).toBe('a;b')
    expect(only('a;b', ';')).toBe('"a;b"')
    expect(only('a,b', ';')).toBe('a,b')
  })
})

test('German spreadsheets separate by semicolon', () => {
  expect([separatorOf('de-AT'), separatorOf('en')]).toEqual([';', ','])
})
