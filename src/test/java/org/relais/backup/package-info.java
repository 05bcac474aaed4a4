/** The commands that keep and put back the database. */
@NullMarked
package org.relais.backup;

import org.jspecify.annotations.NullMarked;
