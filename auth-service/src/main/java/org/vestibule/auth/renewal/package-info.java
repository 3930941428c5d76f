/** The next access token of a mobile client, for the last one and a signature. */
package org.vestibule.auth.renewal;
