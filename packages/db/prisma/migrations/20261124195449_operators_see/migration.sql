-- AlterTable
ALTER TABLE "servers" ADD COLUMN "report" JSONB NOT NULL DEFAULT '{}';

-- CreateTable
CREATE TABLE "workers" (
    "id" UUID NOT NULL,
    "seen_at" TIMESTAMP(6) NOT NULL,
    "report" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "workers_pkey" PRIMARY KEY ("id")
);
