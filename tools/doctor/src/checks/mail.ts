import { createTransport } from 'nodemailer'
import { type Finding, good, off } from '../finding.ts'

const patience = { connectionTimeout: 5_000, greetingTimeout: 5_000, dnsTimeout: 5_000, socketTimeout: 10_000 }

/** The mail server: that it lets us in. Nothing is sent. */
export async function mail({ smtpUrl }: { smtpUrl: string | null }): Promise<Finding[]> {
  if (smtpUrl === null) return [off('none: mail is kept, and an admin passes it on')]
  const transport = createTransport({ url: smtpUrl, ...patience })
  try {
    await transport.verify()
    return [good(`${new URL(smtpUrl).hostname} takes mail from here`)]
  } finally {
    transport.close()
  }
}
