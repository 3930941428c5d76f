/** The calls between services about records. Adapter of: signin, record. */
package org.vestibule.entity.internal;
