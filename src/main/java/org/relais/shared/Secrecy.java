package org.relais.shared;

import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/** Whether a password can protect anything. */
public final class Secrecy {

    /** The least number of characters left once everything guessable is taken away. */
    public static final int LEAST = 16;

    private static final int LEAST_DIFFERENT = 8;

    /** What stands in examples, in default settings and in lists of known passwords. */
    private static final List<String> GUESSABLE = List.of(
            "changeme",
            "change-me",
            "change_me",
            "changez-moi",
            "changezmoi",
            "placeholder",
            "password",
            "passw0rd",
            "motdepasse",
            "mot-de-passe",
            "mot_de_passe",
            "secret",
            "default",
            "example",
            "exemple",
            "demonstration",
            "demo",
            "test",
            "admin",
            "root",
            "relais",
            "keycloak",
            "mariadb",
            "mysql",
            "migration",
            "application",
            "database",
            "client",
            "0123456789",
            "123456789",
            "abcdef",
            "azerty",
            "qwerty",
            "letmein",
            "bienvenue",
            "welcome");

    private Secrecy() {}

    /**
     * Whether a password is missing, shorter than {@value #LEAST} characters, or made of what anybody would try first:
     * known words and the name of its own account do not count towards its length, and few different characters do not
     * make one.
     */
    public static boolean guessable(@Nullable String password, @Nullable String account) {
        if (password == null || password.length() < LEAST) {
            return true;
        }
        var rest = password.toLowerCase(Locale.ROOT);
        if (account != null && !account.isBlank()) {
            rest = rest.replace(account.toLowerCase(Locale.ROOT), "");
        }
        for (var known : GUESSABLE) {
            rest = rest.replace(known, "");
        }
        return rest.length() < LEAST || rest.chars().distinct().count() < LEAST_DIFFERENT;
    }
}
