package org.relais.shell.operation;

import java.net.URL;
import java.net.URLClassLoader;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.env.MockEnvironment;

import org.relais.shared.StartRefused;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** With which settings the portal refuses to start. */
class SettingsSafetyTests {

    /** Sees the portal's libraries and none of its classes, as the production file holds none of the demonstration. */
    private static final ClassLoader WITHOUT_DEMONSTRATION =
            new URLClassLoader(new URL[0], ClassLoader.getPlatformClassLoader());

    private final MockEnvironment environment =
            new MockEnvironment().withProperty("server.servlet.session.cookie.secure", "true");

    @Test
    void the_settings_of_a_deployment_are_accepted() {
        environment
                .withProperty("relais.sign-in.issuer", "https://identity.example.org/realms/relais")
                .withProperty("relais.sign-in.client-id", "relais")
                .withProperty("relais.sign-in.client-secret", "xK4vTq9ZbW2mRs7LpY3nHd8GfCj5AeUo");
        assertThatCode(() -> start(WITHOUT_DEMONSTRATION)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"true", "TRUE", "yes", "1"})
    void the_demonstration_is_refused_where_it_is_not(String asked) {
        environment.setProperty("relais.demonstration", asked);
        assertThatThrownBy(() -> start(WITHOUT_DEMONSTRATION))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("RELAIS_DEMONSTRATION");
        assertThatCode(() -> start(getClass().getClassLoader())).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({"''", "0.0.0.0", "10.0.0.5"})
    void a_session_cookie_in_clear_is_refused_on_a_network(String address) {
        environment
                .withProperty("server.servlet.session.cookie.secure", "false")
                .withProperty("server.address", address);
        assertThatThrownBy(() -> start(WITHOUT_DEMONSTRATION))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("SERVER_SERVLET_SESSION_COOKIE_SECURE");
    }

    @ParameterizedTest
    @CsvSource({"127.0.0.1,8080", "::1,8080", "localhost,8080", "'',-1"})
    void a_session_cookie_in_clear_is_accepted_on_this_machine(String address, String port) {
        environment
                .withProperty("server.servlet.session.cookie.secure", "false")
                .withProperty("server.address", address)
                .withProperty("server.port", port);
        assertThatCode(() -> start(WITHOUT_DEMONSTRATION)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "secret",
                "relais-client-secret",
                "changeme-changeme-changeme",
                "**********",
                "relaisrelaisrelais1"
            })
    void a_guessable_secret_of_the_sign_in_is_refused(String secret) {
        environment
                .withProperty("relais.sign-in.issuer", "https://identity.example.org/realms/relais")
                .withProperty("relais.sign-in.client-id", "relais")
                .withProperty("relais.sign-in.client-secret", secret);
        assertThatThrownBy(() -> start(WITHOUT_DEMONSTRATION))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("RELAIS_SIGN_IN_CLIENT_SECRET");
    }

    private void start(ClassLoader classes) {
        new SettingsSafety(environment, classes).check();
    }
}
