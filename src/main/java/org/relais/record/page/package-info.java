/**
 * What a care room contributes to the record page: sections, decorations of its entries, types of the composer. Beans
 * of these interfaces are stateless, build fresh components at each call and ask for no SQL outside a section.
 */
@NamedInterface("page")
@NullMarked
package org.relais.record.page;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
