package org.relais.keycloak;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import org.relais.browser.BrowserPages;
import org.relais.demo.EmbeddedKeycloak;
import org.relais.staff.Role;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** Everybody signs in at the real Keycloak, out again, and nobody else comes in. */
@KeycloakTest
class SignInBrowserTests {

    @RegisterExtension
    static final BrowserPages BROWSER = new BrowserPages();

    @Autowired
    Colleagues colleagues;

    @Autowired
    JdbcClient database;

    @ParameterizedTest
    @EnumSource(Role.class)
    void every_role_signs_in_and_sees_their_own_name(Role role) {
        var window = Window.signIn(BROWSER.open(), colleagues.username(role));
        assertThat(window.page().locator(".relais-tools")).isVisible();
        window.page()
                .locator(".relais-tools vaadin-menu-bar-button:visible")
                .last()
                .click();
        assertThat(window.page().locator(".relais-who")).containsText("Given Family");
    }

    @Test
    void a_keycloak_that_takes_its_time_is_waited_for() {
        var page = BROWSER.open().newPage();
        Realm.get().freeze();
        var thawing = CompletableFuture.runAsync(
                () -> Realm.get().thaw(), CompletableFuture.delayedExecutor(4, TimeUnit.SECONDS));
        new Window(page).open("");
        thawing.join();
        assertThat(new Window(page).keycloakForm()).isVisible();
    }

    @Test
    void the_question_to_keycloak_carries_a_proof_key_and_the_users_language() {
        var browser = BROWSER.open();
        browser.addCookies(java.util.List.of(
                new Cookie("relais-language", "sv").setDomain("localhost").setPath("/")));
        var page = browser.newPage();
        page.navigate(Window.PORTAL);
        assertThat(page).hasURL(Pattern.compile("/realms/relais/.*response_type=code.*"));
        assertThat(page.url())
                .startsWith(Realm.get().issuer().toString())
                .contains("code_challenge=", "code_challenge_method=S256");
        assertThat(page.locator("#kc-page-title")).hasText("Logga in");
    }

    @Test
    void a_prescriber_does_not_come_in_without_the_one_time_code() {
        var page = BROWSER.open().newPage();
        page.navigate(Window.PORTAL);
        page.locator("input[name=username]").fill(colleagues.username(Role.PHYSICIAN));
        page.locator("input[name=password]").fill(EmbeddedKeycloak.PASSWORD);
        page.locator("#kc-login").click();
        assertThat(page.locator("#otp")).isVisible();
        page.navigate(Window.PORTAL);
        assertThat(page.locator(".relais-menu")).hasCount(0);
    }

    @Test
    void a_wrong_password_is_said_at_the_field_and_nothing_opens() {
        var window = new Window(BROWSER.open().newPage());
        window.open("");
        window.giveName(colleagues.username(Role.NURSE), "something else");
        assertThat(window.page().locator("#input-error")).containsText("Identifiant ou mot de passe incorrect");
    }

    @Test
    void whoever_opened_a_page_before_signing_in_comes_back_to_it() {
        var person = colleagues.person("Nora", "Retour");
        var window = new Window(BROWSER.open().newPage());
        window.open("people/" + person);
        window.giveName(colleagues.username(Role.NURSE), EmbeddedKeycloak.PASSWORD);
        assertThat(window.page().locator(".relais-record h1")).hasText("Nora Retour");
        assertThat(window.page()).hasURL(Window.PORTAL + "people/" + person);
    }

    @Test
    void signing_out_in_one_tab_ends_all_and_keycloaks_session_too() {
        var browser = BROWSER.open();
        var username = colleagues.fresh(Role.NURSE);
        var first = Window.signIn(browser, username);
        var second = new Window(browser.newPage());
        second.open("");
        assertThat(second.menu()).isVisible();
        first.signOut();
        assertThat(first.page()).hasURL(Window.PORTAL + "login");
        assertThat(second.notice()).containsText("Vous êtes déconnecté");
        assertThat(Realm.get().sessions(username)).isZero();
        first.open("");
        assertThat(first.keycloakForm()).isVisible();
    }

    @Test
    void the_session_cookie_from_before_the_sign_in_opens_nothing() {
        var browser = BROWSER.open();
        var page = browser.newPage();
        page.navigate(Window.PORTAL + "login");
        var before = session(page);
        var window = Window.signIn(browser, colleagues.username(Role.NURSE));
        var after = session(window.page());
        assertThat(after.value).isNotEqualTo(before.value);
        assertThat(after.httpOnly).isTrue();
        assertThat(after.sameSite.name()).isEqualTo("LAX");

        var thief = BROWSER.open();
        thief.addCookies(java.util.List.of(
                new Cookie(before.name, before.value).setDomain("localhost").setPath("/")));
        var stolen = new Window(thief.newPage());
        stolen.open("");
        assertThat(stolen.keycloakForm()).isVisible();

        window.signOut();
        assertThat(window.page()).hasURL(Window.PORTAL + "login");
        thief.clearCookies();
        thief.addCookies(java.util.List.of(
                new Cookie(after.name, after.value).setDomain("localhost").setPath("/")));
        stolen.open("");
        assertThat(stolen.keycloakForm()).isVisible();
    }

    @Test
    void an_account_that_nobody_entered_here_is_told_whom_to_ask() {
        Realm.get().open("visitor", "nurse");
        refused("visitor", "Ce compte n’est pas connu de Relais");
    }

    @Test
    void somebody_who_left_is_not_let_in() {
        var username = colleagues.fresh(Role.NURSE);
        database.sql("UPDATE staff_member SET active = FALSE WHERE username = ?")
                .param(username)
                .update();
        refused(username, "Ce compte n’est pas connu de Relais");
    }

    @Test
    void a_user_name_given_to_somebody_else_does_not_bring_the_old_rights() {
        var username = colleagues.fresh(Role.NURSE);
        Window.signIn(BROWSER.open(), username);
        database.sql("UPDATE staff_identity SET subject = 'the account before' WHERE staff_id = "
                        + "(SELECT id FROM staff_member WHERE username = ?)")
                .param(username)
                .update();
        refused(username, "Ce compte n’est pas connu de Relais");
    }

    @Test
    void a_role_that_relais_does_not_know_gives_nothing() {
        colleagues.enter("stranger.role", Role.NURSE);
        Realm.get().invent("chief-nurse");
        Realm.get().open("stranger.role", "chief-nurse");
        refused("stranger.role", "Ce compte n’a pas de rôle dans Relais");
    }

    @Test
    void a_role_with_a_colon_that_begins_like_ours_gives_nothing() {
        colleagues.enter("colon.role", Role.ADMINISTRATOR);
        Realm.get().invent("administrator:read");
        Realm.get().open("colon.role", "administrator:read");
        refused("colon.role", "Ce compte n’a pas de rôle dans Relais");
    }

    @Test
    void a_group_named_like_a_role_gives_nothing() {
        colleagues.enter("group.role", Role.ADMINISTRATOR);
        Realm.get().open("group.role");
        Realm.get().join("group.role", "administrator");
        refused("group.role", "Ce compte n’a pas de rôle dans Relais");
    }

    @Test
    void several_roles_give_nothing_because_nobody_guesses() {
        var username = colleagues.fresh(Role.NURSE);
        Realm.get().give(username, "coordinator");
        refused(username, "Ce compte a plusieurs rôles");
    }

    private static void refused(String username, String words) {
        var window = new Window(BROWSER.open().newPage());
        window.open("");
        window.giveName(username, EmbeddedKeycloak.PASSWORD);
        assertThat(window.notice()).containsText(words);
        assertThat(window.notice()).containsText("Demandez à l’administrateur de votre service");
        assertThat(window.menu()).hasCount(0);
        window.open("people");
        assertThat(window.menu()).hasCount(0);
    }

    private static Cookie session(Page page) {
        return page.context().cookies().stream()
                .filter(cookie -> cookie.name.endsWith("JSESSIONID"))
                .findFirst()
                .orElseThrow();
    }
}
