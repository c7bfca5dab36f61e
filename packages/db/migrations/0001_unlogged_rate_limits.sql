-- Limits may be lost in a crash: cheaper writes, and no write-ahead log for counters.
ALTER TABLE "rate_limits" SET UNLOGGED;
