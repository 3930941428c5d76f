/** The calls between services about records. Adapter of: account, signin, social, record. */
package org.vestibule.entity.internal;
