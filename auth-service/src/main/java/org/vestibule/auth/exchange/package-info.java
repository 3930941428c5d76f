/** Exchange of authorization codes and rotation of refresh tokens. */
package org.vestibule.auth.exchange;
