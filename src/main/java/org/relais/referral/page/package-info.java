/**
 * What a room contributes to the letter of a referral, its paragraph of one section in words a partner understands; and
 * how it begins one from its own screen.
 */
@NamedInterface("page")
@NullMarked
package org.relais.referral.page;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
