import { killedWorkersContract } from './killed-workers.contract.ts'

killedWorkersContract('PostgreSQL', () => ({}))
