/** Configuration: one flow that is larger than most. */
package org.vestibule.bench.config;
