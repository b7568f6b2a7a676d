// What a desk, a console or a screen says beyond the phone's words; one parcel.
export { console } from './console.ts'
export { library } from './library.ts'
export { reasons } from './reasons.ts'
export { receipts } from './receipts.ts'
export { report } from './report.ts'
export { screen } from './screen.ts'
