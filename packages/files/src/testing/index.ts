export { damaged } from './damaged.ts'
export { type S3ForTests, s3Server } from './s3-server.ts'
export { type SampleName, sample, sampleFormat, sampleNames } from './samples.ts'
export { zipOf } from './zip.ts'
