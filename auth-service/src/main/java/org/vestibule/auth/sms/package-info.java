/** Text messages to people. */
package org.vestibule.auth.sms;
