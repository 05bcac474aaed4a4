/** Every public service method is a door; these tests try each of them as everybody. */
@NullMarked
package org.relais.doors;

import org.jspecify.annotations.NullMarked;
