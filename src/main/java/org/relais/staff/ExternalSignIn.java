package org.relais.staff;

import org.springframework.security.config.annotation.web.builders.HttpSecurity;

/** A sign-in that happens at an identity provider. When there is none, the portal shows its own form. */
public interface ExternalSignIn {

    /** The address on this portal that leads to the provider. */
    String path();

    /** Adds the provider to the chain that already knows {@link #path()}. */
    void secure(HttpSecurity http) throws Exception;
}
