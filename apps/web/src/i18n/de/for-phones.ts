// What a phone says; one parcel.
export { common } from './common.ts'
export { errors } from './errors.ts'
export { join } from './join.ts'
export { phone } from './phone.ts'
export { rejections } from './rejections.ts'
