/** How far long changes of types have come, for the operator. */
package org.vestibule.entity.progress;
