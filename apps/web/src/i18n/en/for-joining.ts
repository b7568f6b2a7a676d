// What is said where a code is typed, and everywhere; one parcel.
export { common } from './common.ts'
export { errors } from './errors.ts'
export { join } from './join.ts'
