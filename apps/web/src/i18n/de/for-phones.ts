// What a phone says before it is in a session, and every other page; one parcel.
export { common } from './common.ts'
export { errors } from './errors.ts'
export { join } from './join.ts'
export { rejections } from './rejections.ts'
