import { queueBoardContract } from './queue-board.contract.ts'

queueBoardContract('PostgreSQL', () => ({}))
