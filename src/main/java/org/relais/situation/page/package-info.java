/**
 * What other rooms make of a need, beside the need itself. Beans of these interfaces are stateless.
 */
@NamedInterface("page")
@NullMarked
package org.relais.situation.page;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
