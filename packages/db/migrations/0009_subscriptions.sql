CREATE TABLE "subscriptions" (
	"id" text PRIMARY KEY NOT NULL,
	"org_id" uuid NOT NULL,
	"plan" text NOT NULL,
	"post_quota" integer NOT NULL,
	"as_of" timestamp with time zone NOT NULL,
	"ended" boolean NOT NULL,
	CONSTRAINT "subscriptions_plan" CHECK ("subscriptions"."plan" ~ '^[a-z]+$'),
	CONSTRAINT "subscriptions_post_quota" CHECK ("subscriptions"."post_quota" >= 0)
);
--> statement-breakpoint
ALTER TABLE "subscriptions" ADD CONSTRAINT "subscriptions_org_id_orgs_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."orgs"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "subscriptions_org" ON "subscriptions" USING btree ("org_id");
--> statement-breakpoint
CREATE FUNCTION "posts_within_quota"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
	quota integer;
BEGIN
	-- One at a time for each org: the count below then sees the posts of everybody who came before.
	PERFORM FROM public.orgs WHERE id = NEW.org_id FOR NO KEY UPDATE;
	SELECT greatest(max(post_quota), TG_ARGV[0]::integer) INTO quota
		FROM public.subscriptions WHERE org_id = NEW.org_id;
	IF (SELECT count(*) FROM public.posts WHERE org_id = NEW.org_id) >= quota THEN
		RAISE EXCEPTION 'an org has reached its quota of posts'
			USING ERRCODE = 'check_violation', CONSTRAINT = 'posts_quota';
	END IF;
	RETURN NEW;
END $$;--> statement-breakpoint
CREATE TRIGGER "posts_quota" BEFORE INSERT ON "posts"
	FOR EACH ROW EXECUTE FUNCTION "posts_within_quota"('50');
