package org.relais.shell.operation;

import java.net.InetAddress;
import java.net.UnknownHostException;

import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.core.PriorityOrdered;
import org.springframework.core.env.Environment;
import org.springframework.util.ClassUtils;

import org.relais.shared.Secrecy;
import org.relais.shared.StartRefused;

/**
 * Refuses to start with settings of the frame that would be unsafe: a demonstration asked of the production file, a
 * session cookie in clear on a network, a guessable secret of the sign-in. Runs before anything is built.
 */
final class SettingsSafety implements BeanFactoryPostProcessor, PriorityOrdered {

    /** The proof that the demonstration asks for; the production file holds no class of it. */
    private static final String DEMONSTRATION = "org.relais.demo.EmbeddedOnly";

    private static final String ISSUER = "relais.sign-in.issuer";

    private final Environment environment;
    private final ClassLoader classes;

    SettingsSafety(Environment environment, ClassLoader classes) {
        this.environment = environment;
        this.classes = classes;
    }

    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
        check();
    }

    /** Before the database is looked at: a demonstration asked for by mistake has none of its settings. */
    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }

    void check() {
        refuseDemonstration();
        requireSecureCookie();
        requireSignIn();
    }

    private void refuseDemonstration() {
        var asked = environment.getProperty("relais.demonstration", "false");
        if (!"false".equalsIgnoreCase(asked) && !ClassUtils.isPresent(DEMONSTRATION, classes)) {
            throw new StartRefused("RELAIS_DEMONSTRATION : ce fichier est celui de la production, il ne contient pas la"
                    + " démonstration ; retirez cette variable (la démonstration : ./relais run).");
        }
    }

    private void requireSecureCookie() {
        var secure = environment.getProperty("server.servlet.session.cookie.secure", Boolean.class, false);
        var listens = environment.getProperty("server.port", Integer.class, 8080) >= 0;
        if (!secure && listens && !onThisMachineOnly(environment.getProperty("server.address", ""))) {
            throw new StartRefused(
                    "SERVER_SERVLET_SESSION_COOKIE_SECURE : sans HTTPS, le cookie de session ne voyage que"
                            + " sur cette machine ; retirez cette variable, ou limitez l’écoute par SERVER_ADDRESS=127.0.0.1.");
        }
    }

    private void requireSignIn() {
        if (!environment.containsProperty(ISSUER)) {
            // Another way to sign in, or none: the frame knows when it is built
            return;
        }
        if (environment.getProperty(ISSUER, "").isBlank()) {
            throw new StartRefused("RELAIS_SIGN_IN_ISSUER est vide : indiquez le royaume Keycloak, par exemple"
                    + " https://identite.exemple.fr/realms/relais.");
        }
        var client = environment.getProperty("relais.sign-in.client-id", "");
        if (Secrecy.guessable(environment.getProperty("relais.sign-in.client-secret", ""), client)) {
            throw new StartRefused("RELAIS_SIGN_IN_CLIENT_SECRET est vide, trop court ou connu : faites-en créer un par"
                    + " Keycloak (Clients, Credentials, Regenerate), d’au moins " + Secrecy.LEAST + " caractères.");
        }
    }

    private static boolean onThisMachineOnly(String address) {
        if (address.isBlank()) {
            return false;
        }
        try {
            return InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException unknown) {
            return false;
        }
    }
}
