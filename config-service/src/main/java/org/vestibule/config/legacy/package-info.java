/**
 * The older API of clients and settings on the registration domain.
 *
 * <p>Adapter of: client, setting, administration, published.
 */
package org.vestibule.config.legacy;
