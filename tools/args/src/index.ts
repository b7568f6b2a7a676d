export { address } from './address.ts'
export { parsed } from './parsed.ts'
export { wholeNumber } from './whole-number.ts'
export { WrongUse } from './wrong-use.ts'
