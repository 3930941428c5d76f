-- What may be sent, by subscription: a waiting receiver is found by one probe whatever its backlog.
CREATE INDEX delivery_due ON delivery (subscription_id, due_at, position) WHERE due_at IS NOT NULL;

-- First attempts of one record that are not over, in their order.
CREATE INDEX delivery_open ON delivery (subscription_id, record_uuid, position)
 WHERE state IN ('awaiting-executing', 'executing');

-- What a disabled subscription gives up.
CREATE INDEX delivery_pending ON delivery (subscription_id, position)
 WHERE state IN ('awaiting-executing', 'executing', 'awaiting-retry');

-- Attempts that nobody ended.
CREATE INDEX delivery_claimed ON delivery (claimed_at) WHERE claimed_at IS NOT NULL;

-- The oldest rows for the removal, whichever customer they belong to.
CREATE INDEX delivery_created ON delivery (created_at);
