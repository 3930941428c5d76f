/** Taking in and giving out many records as files. */
package org.vestibule.entity.transfer;
