-- CreateTable
CREATE TABLE "command_refusals" (
    "session_id" UUID NOT NULL,
    "command_id" TEXT NOT NULL,
    "user_id" VARCHAR(255) NOT NULL,
    "rejection" JSONB NOT NULL,
    "timestamp" TIMESTAMP(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "command_refusals_pkey" PRIMARY KEY ("session_id","command_id")
);

-- CreateTable
CREATE TABLE "session_counters" (
    "session_id" UUID NOT NULL,
    "server_id" UUID NOT NULL,
    "duplicates" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "session_counters_pkey" PRIMARY KEY ("session_id","server_id")
);

-- CreateTable
CREATE TABLE "page_receipts" (
    "session_id" UUID NOT NULL,
    "ledger_id" UUID NOT NULL,
    "user_id" VARCHAR(255) NOT NULL,
    "issued" INTEGER NOT NULL,
    "waiting" INTEGER NOT NULL,
    "acknowledged" UUID[] DEFAULT ARRAY[]::UUID[],
    "refused" UUID[] DEFAULT ARRAY[]::UUID[],
    "updated_at" TIMESTAMP(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "page_receipts_pkey" PRIMARY KEY ("session_id","ledger_id")
);

-- CreateTable
CREATE TABLE "shown_digests" (
    "session_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "role" VARCHAR(20) NOT NULL,
    "digest" VARCHAR(64) NOT NULL,

    CONSTRAINT "shown_digests_pkey" PRIMARY KEY ("session_id","version","role","digest")
);

-- CreateTable
CREATE TABLE "servers" (
    "id" UUID NOT NULL,
    "seen_at" TIMESTAMP(6) NOT NULL,

    CONSTRAINT "servers_pkey" PRIMARY KEY ("id")
);

-- AddForeignKey
ALTER TABLE "command_refusals" ADD CONSTRAINT "command_refusals_session_id_fkey" FOREIGN KEY ("session_id") REFERENCES "workshop_sessions"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "session_counters" ADD CONSTRAINT "session_counters_session_id_fkey" FOREIGN KEY ("session_id") REFERENCES "workshop_sessions"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "page_receipts" ADD CONSTRAINT "page_receipts_session_id_fkey" FOREIGN KEY ("session_id") REFERENCES "workshop_sessions"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "shown_digests" ADD CONSTRAINT "shown_digests_session_id_fkey" FOREIGN KEY ("session_id") REFERENCES "workshop_sessions"("id") ON DELETE CASCADE ON UPDATE NO ACTION;
