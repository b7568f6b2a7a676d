-- CreateTable
CREATE TABLE "users" (
    "id" UUID NOT NULL,
    "created_at" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "display_name" TEXT,

    CONSTRAINT "users_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "devices" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "secret_hash" BYTEA NOT NULL,
    "created_at" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_seen_at" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "devices_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "workshops" (
    "id" UUID NOT NULL,
    "owner_id" UUID,
    "title" TEXT NOT NULL,
    "plan" JSONB NOT NULL,
    "created_at" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "workshops_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "workshop_sessions" (
    "id" UUID NOT NULL,
    "workshop_id" VARCHAR(255) NOT NULL,
    "match_id" VARCHAR(255) NOT NULL,
    "facilitator_id" VARCHAR(255) NOT NULL,
    "status" VARCHAR(50) NOT NULL,
    "started_at" TIMESTAMP(6),
    "completed_at" TIMESTAMP(6),
    "created_at" TIMESTAMP(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "join_code" VARCHAR(6) NOT NULL,
    "screen_key" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 0,
    "plan" JSONB NOT NULL,
    "settings" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "workshop_sessions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "participant_actions" (
    "id" BIGSERIAL NOT NULL,
    "session_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "command_id" TEXT,
    "user_id" VARCHAR(255) NOT NULL,
    "node_id" VARCHAR(255) NOT NULL,
    "action_type" VARCHAR(100) NOT NULL,
    "action_data" JSONB,
    "timestamp" TIMESTAMP(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "participant_actions_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "devices_user_id_idx" ON "devices"("user_id");

-- CreateIndex
CREATE INDEX "workshops_owner_id_updated_at_idx" ON "workshops"("owner_id", "updated_at");

-- CreateIndex
CREATE UNIQUE INDEX "workshop_sessions_match_id_key" ON "workshop_sessions"("match_id");

-- CreateIndex
CREATE INDEX "workshop_sessions_join_code_created_at_idx" ON "workshop_sessions"("join_code", "created_at");

-- CreateIndex
CREATE INDEX "workshop_sessions_facilitator_id_created_at_idx" ON "workshop_sessions"("facilitator_id", "created_at");

-- CreateIndex
CREATE UNIQUE INDEX "open_join_code" ON "workshop_sessions"("join_code") WHERE ((status)::text <> 'completed'::text) AND ((status)::text <> 'ended'::text);

-- CreateIndex
CREATE INDEX "idx_session_node" ON "participant_actions"("session_id", "node_id");

-- CreateIndex
CREATE UNIQUE INDEX "participant_actions_session_id_version_key" ON "participant_actions"("session_id", "version");

-- CreateIndex
CREATE UNIQUE INDEX "command_once" ON "participant_actions"("session_id", "command_id") WHERE (command_id IS NOT NULL);

-- AddForeignKey
ALTER TABLE "devices" ADD CONSTRAINT "devices_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "workshops" ADD CONSTRAINT "workshops_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "participant_actions" ADD CONSTRAINT "participant_actions_session_id_fkey" FOREIGN KEY ("session_id") REFERENCES "workshop_sessions"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
