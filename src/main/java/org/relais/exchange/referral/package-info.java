/**
 * A referral from another system, as it was read: immutable records without any FHIR type, nothing interpreted and
 * nothing repaired. What was not taken is counted beside what was.
 */
@NamedInterface("referral")
@NullMarked
package org.relais.exchange.referral;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
