/** Sign-ins and tokens beside those of Keycloak, at the same work on the same machine. */
package org.vestibule.bench.keycloak;
