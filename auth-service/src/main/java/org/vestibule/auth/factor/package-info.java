/** Second factors: codes by mail and text message, and the devices that are trusted after one. */
package org.vestibule.auth.factor;
