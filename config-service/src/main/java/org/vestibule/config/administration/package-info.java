/**
 * The Configuration API of what stands below clients: settings and audit records.
 *
 * <p>Adapter of: setting, audit, client, schema.
 */
package org.vestibule.config.administration;
