/** Changes that people make to their own profile and password. */
package org.vestibule.auth.profile;
