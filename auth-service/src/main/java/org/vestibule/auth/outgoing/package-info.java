/** Messages to people on their way, whatever carries them. */
package org.vestibule.auth.outgoing;
