/** Reads FHIR R4 bundles into {@code exchange.referral}. HAPI FHIR parses; every refusal names the file and the place. */
@NullMarked
package org.relais.exchange.fhir;

import org.jspecify.annotations.NullMarked;
