package org.relais.shell;

/** The portal was started without any way to sign in. */
final class NoSignIn extends IllegalStateException {

    private static final long serialVersionUID = 1;

    NoSignIn() {
        super("Aucune connexion n’est configurée : indiquez le royaume Keycloak dans RELAIS_SIGN_IN_ISSUER.");
    }
}
