/** Passwords that everybody guesses first. */
package org.vestibule.auth.breach;
