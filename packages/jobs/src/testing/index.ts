export { findRedis, type NoRedis, type RedisForTests } from './redis.ts'
export { type Relay, relayTo } from './relay.ts'
