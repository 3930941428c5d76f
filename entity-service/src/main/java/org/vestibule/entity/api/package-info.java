/** The entity operations of the wire. Adapter of: record. */
package org.vestibule.entity.api;
