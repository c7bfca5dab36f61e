CREATE TABLE "webhook_events" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"provider" text NOT NULL,
	"event_id" text NOT NULL,
	"fingerprint" text,
	"type" text NOT NULL,
	"received_at" timestamp with time zone DEFAULT now() NOT NULL,
	"status" text NOT NULL,
	"payload" text NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"last_error_code" text,
	CONSTRAINT "webhook_events_once" UNIQUE("provider","event_id"),
	CONSTRAINT "webhook_events_same_bytes" UNIQUE("provider","fingerprint"),
	CONSTRAINT "webhook_events_state" CHECK ("webhook_events"."status" in ('received', 'applied', 'failed', 'recorded')),
	CONSTRAINT "webhook_events_provider" CHECK ("webhook_events"."provider" ~ '^[a-z][a-z0-9-]{0,39}$'),
	CONSTRAINT "webhook_events_event_id" CHECK (length("webhook_events"."event_id") between 1 and 255),
	CONSTRAINT "webhook_events_type" CHECK (length("webhook_events"."type") between 1 and 255)
);
--> statement-breakpoint
CREATE INDEX "webhook_events_received" ON "webhook_events" USING btree ("received_at" DESC NULLS FIRST,"id" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "webhook_events_status" ON "webhook_events" USING btree ("status","provider","received_at");