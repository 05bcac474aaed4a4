package org.relais.shell;

import org.relais.shared.StartRefused;

/** The portal was started without any way to sign in. */
final class NoSignIn extends StartRefused {

    private static final long serialVersionUID = 1;

    NoSignIn() {
        super("RELAIS_SIGN_IN_ISSUER manque : aucune connexion n’est configurée ; indiquez le royaume Keycloak,"
                + " par exemple https://identite.exemple.fr/realms/relais.");
    }
}
