-- CreateTable
CREATE TABLE "files" (
    "id" UUID NOT NULL,
    "owner_id" UUID NOT NULL,
    "session_id" UUID,
    "node_id" VARCHAR(64),
    "workshop_id" UUID,
    "purpose" VARCHAR(10) NOT NULL,
    "name" VARCHAR(255) NOT NULL,
    "kind" VARCHAR(10),
    "type" VARCHAR(100),
    "size" BIGINT NOT NULL,
    "state" VARCHAR(10) NOT NULL,
    "trouble" JSONB,
    "variants" JSONB NOT NULL DEFAULT '[]',
    "told" VARCHAR(10),
    "created_at" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "finished_at" TIMESTAMP(3),
    "prepared_at" TIMESTAMP(3),
    "expires_at" TIMESTAMP(3),
    "removed_at" TIMESTAMP(3),
    "removed_for" VARCHAR(10),
    "lock_id" UUID,
    "lock_until" TIMESTAMP(3),
    "lock_wanted" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "files_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "files_owner_id_created_at_idx" ON "files"("owner_id", "created_at");

-- CreateIndex
CREATE INDEX "files_session_id_node_id_created_at_idx" ON "files"("session_id", "node_id", "created_at");

-- CreateIndex
CREATE INDEX "files_workshop_id_idx" ON "files"("workshop_id");

-- CreateIndex
CREATE INDEX "files_expires_at_idx" ON "files"("expires_at");

-- CreateIndex
CREATE INDEX "unsettled_files" ON "files"("created_at") WHERE (prepared_at IS NULL) OR (removed_at IS NOT NULL);
