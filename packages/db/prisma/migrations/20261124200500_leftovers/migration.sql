-- CreateIndex
CREATE INDEX "device_people" ON "users"("created_at") WHERE ((email IS NULL) AND (removed_at IS NULL) AND (merged_into_id IS NULL));

-- CreateIndex
CREATE INDEX "sign_ins_expires_at_idx" ON "sign_ins"("expires_at");
