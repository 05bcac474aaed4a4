/** The attacks of the threat list, made over real HTTP against a running portal, each beside what is allowed. */
@NullMarked
package org.relais.attacks;

import org.jspecify.annotations.NullMarked;
