/**
 * What other rooms contribute to the form of an instrument: what follows from the total as it is rated. Beans of these
 * interfaces are stateless and build fresh components at each call.
 */
@NamedInterface("page")
@NullMarked
package org.relais.assessment.page;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
