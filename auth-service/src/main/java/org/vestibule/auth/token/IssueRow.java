package org.vestibule.auth.token;

import org.vestibule.auth.grant.GrantRow;

/** A grant with its first token and code, each null when it is not wanted. */
record IssueRow(GrantRow grant, TokenRow token, CodeRow code) {}
