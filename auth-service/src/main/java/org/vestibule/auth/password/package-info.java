/** Mails to people who forgot their password. */
package org.vestibule.auth.password;
