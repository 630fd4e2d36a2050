-- The youngest subscription when a batch was held: those that are made later begin after it. By ids, since clocks go back.
ALTER TABLE held_batches ADD COLUMN last_subscription INTEGER NULL;

UPDATE held_batches SET last_subscription = (SELECT MAX(id) FROM subscriptions WHERE created_at <= held_batches.held_at);
