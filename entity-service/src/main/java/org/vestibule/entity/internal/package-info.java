/** The calls between services about records. Adapter of: account, signin, record. */
package org.vestibule.entity.internal;
