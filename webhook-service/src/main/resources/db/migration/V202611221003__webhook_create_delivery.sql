CREATE TABLE delivery (
  customer_id      uuid NOT NULL,
  subscription_id  uuid NOT NULL,
  event_id         uuid NOT NULL,
  position         bigint GENERATED ALWAYS AS IDENTITY,
  created_at       timestamptz NOT NULL,
  updated_at       timestamptz NOT NULL,
  record_uuid      uuid NOT NULL,
  state            text NOT NULL
                   CHECK (state IN ('awaiting-executing', 'executing', 'awaiting-retry', 'success', 'failure')),
  attempts         integer NOT NULL,
  earlier_attempts integer NOT NULL DEFAULT 0,
  is_last_attempt  boolean NOT NULL DEFAULT false,
  due_at           timestamptz,
  claim_id         uuid,
  claimed_at       timestamptz,
  status_code      integer,
  response_headers jsonb,
  error            text,
  history          jsonb NOT NULL,
  PRIMARY KEY (customer_id, subscription_id, event_id)
);
COMMENT ON TABLE delivery IS 'An event for a subscription and what became of it; kept for seven days';
COMMENT ON COLUMN delivery.position IS 'Order of storing; equals the order of commits for one record';
COMMENT ON COLUMN delivery.created_at IS 'event.stored_at of the same event; retention counts from here';
COMMENT ON COLUMN delivery.attempts IS 'All attempts; an attempt that nobody saw the end of does not count';
COMMENT ON COLUMN delivery.earlier_attempts IS 'Attempts before the schedule began anew';
COMMENT ON COLUMN delivery.is_last_attempt IS 'No retry follows, because the subscription was disabled during the attempt';
COMMENT ON COLUMN delivery.due_at IS 'When the next attempt may begin; null while one is under way, when there is none, and behind an earlier event of the same record that was not attempted yet';
COMMENT ON COLUMN delivery.claim_id IS 'Who is executing; only that one may write the outcome';
COMMENT ON COLUMN delivery.history IS 'Every change of state in the form of the wire, oldest first';

-- One entry of the history (webhooks.md 6.5).
CREATE FUNCTION delivery_step(
    state text, attempts integer, status_code integer, error text, next_attempt_at timestamptz)
  RETURNS jsonb
  LANGUAGE sql STABLE PARALLEL SAFE
  RETURN jsonb_strip_nulls(jsonb_build_object(
    'state', state,
    'attempts', attempts,
    'createdAt', to_char(now() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
    'response', CASE WHEN status_code IS NOT NULL
                     THEN jsonb_build_object('statusCode', status_code) END,
    'error', error,
    'nextAttemptAt',
      to_char(next_attempt_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')));
