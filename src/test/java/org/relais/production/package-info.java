/** What goes to production. */
@NullMarked
package org.relais.production;

import org.jspecify.annotations.NullMarked;
