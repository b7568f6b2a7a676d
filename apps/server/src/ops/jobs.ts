import { type Jobs, type Mails, refusal } from '@humuus/api'
import { mail, type Operators, QueueAway } from '@humuus/jobs'

/** So many dead letters of each queue an admin looks through. */
const mostListed = 100

/** Jobs as the API sees them. */
export function jobsOf(operators: Operators, mails: Pick<Mails, 'again'>): Jobs {
  return {
    queues: () => inWords(operators.queues()),
    deadLetters: () => inWords(operators.deadLetters({ limit: mostListed })),
    retry: async (queue, jobId) => {
      // A mail that was given up is no longer sent, whoever asks for it.
      if (queue === mail.queue) await mails.again(jobId)
      return inWords(operators.retry(queue, jobId))
    },
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
