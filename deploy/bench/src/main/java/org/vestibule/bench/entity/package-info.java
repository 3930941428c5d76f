/** Records in a large table: reads, searches, counts, mass creation, import. */
package org.vestibule.bench.entity;
