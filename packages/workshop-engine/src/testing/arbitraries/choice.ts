import fc from 'fast-check'

/** A pick among options: one, several, the same twice, now and then one that is not there. */
export function choiceAmong(options: number, highest: number): fc.Arbitrary<number[]> {
  const existing = fc.nat(options - 1)
  return fc.oneof(
    { weight: 6, arbitrary: existing.map((index) => [index]) },
    { weight: 3, arbitrary: fc.array(existing, { minLength: 1, maxLength: 4 }) },
    { weight: 1, arbitrary: fc.array(fc.nat(highest), { minLength: 1, maxLength: 4 }) },
  )
}
