/**
 * The sign-in of production: OpenID Connect against Keycloak. Present when {@code relais.sign-in.issuer} is set; the
 * rest of the room does not know about it.
 */
@NullMarked
package org.relais.staff.keycloak;

import org.jspecify.annotations.NullMarked;
