CREATE TABLE "idempotency_keys" (
	"claim" text PRIMARY KEY NOT NULL,
	"payload" text NOT NULL,
	"result" jsonb,
	"expires_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE INDEX "idempotency_keys_expiry" ON "idempotency_keys" USING btree ("expires_at");