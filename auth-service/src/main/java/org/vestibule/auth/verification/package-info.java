/** Codes that set a date of a record once, above all the one that says an address is verified. */
package org.vestibule.auth.verification;
