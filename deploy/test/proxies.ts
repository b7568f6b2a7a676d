import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** What an example is changed to for a test: where it listens, to whom it leads. */
export interface Place {
  /** Holds everything that the proxy writes. */
  readonly folder: string
  readonly port: number
  /** `host:port` of the server behind it. */
  readonly server: string
}

/** An example of `deploy/proxy`, as a program that can be started. */
export interface Proxy {
  readonly name: string
  readonly program: string
  /** Its Debian package. */
  readonly pack: string
  /** Writes what it reads; resolves with its command and the certificate that whoever comes has to trust. */
  prepare(place: Place): { command: [string, ...string[]]; authority: string; env?: Record<string, string> }
}

const example = (name: string) => readFileSync(new URL(`../proxy/${name}`, import.meta.url), 'utf8')

/** Makes a certificate for localhost, and puts its paths in place of those of the example. */
function withCertificate(text: string, folder: string): { text: string; authority: string } {
  const [key, authority] = [join(folder, 'key.pem'), join(folder, 'certificate.pem')]
  const about = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost', '-days', '1']
  execFileSync(
    'openssl',
    ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-keyout', key, '-out', authority, ...about],
    {
      stdio: 'pipe',
    },
  )
  const changed = text
    .replace(/\S*fullchain\.pem/, authority)
    .replace(/\S*privkey\.pem/, key)
    .replaceAll('workshops.example.org', 'localhost')
  return { text: changed, authority }
}

const nginx: Proxy = {
  name: 'nginx.conf',
  program: '/usr/sbin/nginx',
  pack: 'nginx-light',
  prepare: ({ folder, port, server }) => {
    const { text, authority } = withCertificate(example('nginx.conf'), folder)
    // Only its front: the other one sends people to HTTPS, on a port that is not ours.
    const [front = ''] = text.split(/\nserver \{\n\tlisten 80;/)
    const http = front.replace('listen 443', `listen 127.0.0.1:${port}`).replace('127.0.0.1:3000', server)
    const paths = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
      (what) => `${what}_temp_path ${folder}/${what};`,
    )
    const lines = [
      'daemon off;',
      `pid ${folder}/nginx.pid;`,
      'events {}',
      `http { access_log off; ${paths.join(' ')}\n${http}\n}`,
    ]
    writeFileSync(join(folder, 'nginx.conf'), lines.join('\n'))
    return { command: ['/usr/sbin/nginx', '-e', 'stderr', '-c', join(folder, 'nginx.conf')], authority }
  },
}

const apache: Proxy = {
  name: 'apache.conf',
  program: '/usr/sbin/apache2',
  pack: 'apache2',
  prepare: ({ folder, port, server }) => {
    const { text, authority } = withCertificate(example('apache.conf'), folder)
    const modules = ['mpm_event', 'authz_core', 'socache_shmcb', 'ssl', 'headers', 'proxy', 'proxy_http']
    const lines = [
      ...modules.map((name) => `LoadModule ${name}_module /usr/lib/apache2/modules/mod_${name}.so`),
      ...[
        `ServerRoot ${folder}`,
        `PidFile ${folder}/apache.pid`,
        `DefaultRuntimeDir ${folder}`,
        'ErrorLog /dev/stderr',
      ],
      ...['ServerName localhost', `Listen 127.0.0.1:${port}`],
      text.replace('*:443', `*:${port}`).replace('127.0.0.1:3000', server),
    ]
    writeFileSync(join(folder, 'apache.conf'), lines.join('\n'))
    return { command: ['/usr/sbin/apache2', '-D', 'FOREGROUND', '-f', join(folder, 'apache.conf')], authority }
  },
}

const caddy: Proxy = {
  name: 'Caddyfile',
  program: '/usr/bin/caddy',
  pack: 'caddy',
  prepare: ({ folder, port, server }) => {
    const options = [
      ...['admin off', 'skip_install_trust', 'auto_https disable_redirects', 'default_bind 127.0.0.1'],
      ...[`https_port ${port}`, `storage file_system ${folder}/store`],
    ]
    const text = example('Caddyfile').replace('server-1:3000 server-2:3000', server)
    writeFileSync(join(folder, 'Caddyfile'), `{\n${options.join('\n')}\n}\n${text}`)
    return {
      command: ['/usr/bin/caddy', 'run', '--adapter', 'caddyfile', '--config', join(folder, 'Caddyfile')],
      authority: join(folder, 'store/pki/authorities/local/root.crt'),
      env: { HOME: folder },
    }
  },
}

export const proxies: readonly Proxy[] = [nginx, apache, caddy]
