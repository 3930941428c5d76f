/** What a look into the directory of clients, settings and flows costs when it has the answer. */
package org.vestibule.bench.directory;
