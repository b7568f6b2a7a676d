// What the pages about accounts say; one parcel.
export { account } from './account.ts'
export { admin } from './admin.ts'
export { ops } from './ops.ts'
export { refusals } from './refusals.ts'
export { signIn } from './sign-in.ts'
