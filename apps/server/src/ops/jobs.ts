import { type Jobs, refusal } from '@humuus/api'
import { type Operators, QueueAway } from '@humuus/jobs'

/** So many dead letters of each queue an admin looks through. */
const mostListed = 100

/** Jobs as the API sees them. */
export function jobsOf(operators: Operators): Jobs {
  return {
    queues: () => inWords(operators.queues()),
    deadLetters: () => inWords(operators.deadLetters({ limit: mostListed })),
    retry: (queue, jobId) => inWords(operators.retry(queue, jobId)),
    discard: (queue, jobId) => inWords(operators.discard(queue, jobId)),
  }
}

async function inWords<Answer>(asked: Promise<Answer>): Promise<Answer> {
  try {
    return await asked
  } catch (error) {
    if (error instanceof QueueAway) throw refusal('unavailable')
    throw error
  }
}
