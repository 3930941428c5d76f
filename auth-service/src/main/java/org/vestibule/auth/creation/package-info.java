/** One-time tokens by which a client without credentials creates one record. */
package org.vestibule.auth.creation;
