/** PostgreSQL's settings for a small machine that also runs the servers. */
export function settingsFor(wish: { port: number; durable: boolean; maxConnections: number }): Record<string, string> {
  const onOff = wish.durable ? 'on' : 'off'
  return {
    port: String(wish.port),
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: String(wish.maxConnections),
    timezone: 'UTC',
    log_timezone: 'UTC',
    lc_messages: 'C',

    shared_buffers: '64MB',
    max_wal_size: '512MB',
    jit: 'off',
    // Nobody replicates from it, and its helpers would be idle processes.
    wal_level: 'minimal',
    max_wal_senders: '0',
    max_logical_replication_workers: '0',
    io_method: 'sync',
    autovacuum_worker_slots: '2',
    autovacuum_max_workers: '2',

    fsync: onOff,
    full_page_writes: onOff,
  }
}
