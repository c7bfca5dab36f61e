CREATE TABLE "mails" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"recipient" text NOT NULL,
	"subject" text NOT NULL,
	"content" jsonb,
	"status" text DEFAULT 'waiting' NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	CONSTRAINT "mails_status" CHECK ("mails"."status" in ('waiting', 'sent', 'refused', 'expired', 'kept')),
	CONSTRAINT "mails_recipient" CHECK ("mails"."recipient" ~ '^[^[:cntrl:][:space:],<>]+@[^[:cntrl:][:space:],<>]+$'),
	CONSTRAINT "mails_subject" CHECK ("mails"."subject" !~ '[[:cntrl:]]' and length("mails"."subject") <= 200),
	CONSTRAINT "mails_content" CHECK ("mails"."content" is null or "mails"."status" in ('waiting', 'kept'))
);
--> statement-breakpoint
CREATE TABLE "email_tokens" (
	"secret_hash" text PRIMARY KEY NOT NULL,
	"purpose" text NOT NULL,
	"email" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	CONSTRAINT "email_tokens_one" UNIQUE("purpose","email"),
	CONSTRAINT "email_tokens_purpose" CHECK ("email_tokens"."purpose" in ('sign-up', 'reset')),
	CONSTRAINT "email_tokens_secret_hash" CHECK ("email_tokens"."secret_hash" ~ '^[0-9a-f]{64}$'),
	CONSTRAINT "email_tokens_email_normal" CHECK ("email_tokens"."email" = lower(btrim("email_tokens"."email")) and "email_tokens"."email" like '%_@_%')
);
--> statement-breakpoint
CREATE INDEX "mails_created" ON "mails" USING btree ("created_at" DESC NULLS FIRST,"id" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "mails_with_content" ON "mails" USING btree ("expires_at") WHERE "mails"."content" is not null;--> statement-breakpoint
CREATE INDEX "email_tokens_expiry" ON "email_tokens" USING btree ("expires_at");