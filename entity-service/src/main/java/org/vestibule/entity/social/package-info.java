/** The social identities of people: entries of {@code profiles}, found by their identifier. */
package org.vestibule.entity.social;
