/** What ends here when a record is removed or changed. */
package org.vestibule.auth.userevent;
