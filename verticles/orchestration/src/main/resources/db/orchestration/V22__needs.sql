-- What a part of a step occupies of the slots of its queue.
ALTER TABLE turn ADD COLUMN slots integer NOT NULL DEFAULT 1;
-- Why no node can take it, as its owner was told; it is not handed out meanwhile.
ALTER TABLE turn ADD COLUMN unfit text;

CREATE INDEX turn_unfit ON turn (queue) WHERE unfit IS NOT NULL;

-- What a node has for one task, MiB and places; null from a node that does not say.
ALTER TABLE slot_offer ADD COLUMN memory_mib bigint;
ALTER TABLE slot_offer ADD COLUMN gpus integer;
