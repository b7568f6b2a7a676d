// What a phone says in a session, and every page that talks to the server; one parcel.
export { door } from './door.ts'
export { phone } from './phone.ts'
export { rejections } from './rejections.ts'
