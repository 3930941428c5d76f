/** What social providers told of people, from the end of a provider's sign-in to its use here. */
package org.vestibule.auth.social;
