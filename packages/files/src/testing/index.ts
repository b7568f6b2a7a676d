export { type ClamdForTests, type ClamdOptions, eicar, findClamd, type NoClamd } from './clamd.ts'
export { damaged } from './damaged.ts'
export { type SampleName, sample, sampleFormat, sampleNames } from './samples.ts'
export { zipOf } from './zip.ts'
