/** What other services do with the record of one person. */
package org.vestibule.entity.account;
