ALTER TABLE "audit_events" DROP CONSTRAINT "audit_events_app";--> statement-breakpoint
ALTER TABLE "sessions" DROP CONSTRAINT "sessions_audience";--> statement-breakpoint
ALTER TABLE "audit_events" ADD CONSTRAINT "audit_events_app" CHECK ("audit_events"."app" ~ '^[a-z][a-z0-9]{0,29}$');--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_audience" CHECK ("sessions"."audience" ~ '^[a-z][a-z0-9]{0,29}$');