/** Social identities of people who are signed in. */
package org.vestibule.auth.linking;
