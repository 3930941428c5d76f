package org.vestibule.webhook.delivery;

/** A locked row and how its attempt ends. */
record EndingRow(String place, RecordOrder order, Ending ending) {}
