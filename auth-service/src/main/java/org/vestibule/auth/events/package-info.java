/** What is told of access that was granted, beside what each feature tells of itself. */
package org.vestibule.auth.events;
