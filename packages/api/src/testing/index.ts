export { devicePeople } from './device-people.ts'
export { smallContext } from './small-context.ts'
