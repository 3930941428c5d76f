/** What servers are given for a record: access tokens and authorization codes. */
package org.vestibule.auth.access;
