package org.relais.browser;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import org.relais.access.AccessRequests;
import org.relais.access.AccessService;
import org.relais.access.AccessWish;
import org.relais.access.AskAccess;
import org.relais.access.Protections;
import org.relais.access.Purpose;
import org.relais.access.Right;
import org.relais.access.Section;
import org.relais.escalation.Wards;
import org.relais.exchange.Received;
import org.relais.record.Visibility;
import org.relais.record.Writers;
import org.relais.reintegration.Caseworkers;
import org.relais.shared.AccessRequestId;
import org.relais.shared.PersonId;
import org.relais.staff.Role;
import org.relais.support.House;
import org.relais.support.House.Place;
import org.relais.therapy.Psychologists;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What axe-core finds on every screen, in light and dark colours: nothing serious, nothing critical. */
@BrowserTest
class AccessibilityBrowserTests {

    /** Runs axe in the page, where it is put once; takes the rules to ask, all when there are none. */
    private static final String GRAVELY_WRONG = """
            async (rules) => {
              if (!window.axe) {
                %s
              }
              const options = { resultTypes: ['violations'] };
              if (rules.length > 0) options.runOnly = { type: 'rule', values: rules };
              const all = (await axe.run(document, options)).violations;
              return all.filter((one) => ['serious', 'critical'].includes(one.impact)).map((one) => one.id + ' at '
                + one.nodes.slice(0, 3).map((node) => JSON.stringify(node.target) + ' ' + node.html).join(', '));
            }
            """.replace("%s", AxeBuilder.getAxeScript());

    @RegisterExtension
    static final BrowserPages BROWSER = new BrowserPages();

    @Autowired
    House house;

    @Autowired
    Admissions admissions;

    @Autowired
    AccessService access;

    @Autowired
    AccessRequests requests;

    @Autowired
    Protections protections;

    @Autowired
    Writers writers;

    @Autowired
    Psychologists psychologists;

    @Autowired
    Caseworkers caseworkers;

    @Autowired
    Received received;

    @Autowired
    Wards wards;

    /** What pages are made of, for those that look alike to several roles. */
    private static final Set<Object> DRAWN = new HashSet<>();

    @LocalServerPort
    int port;

    Place here;
    PersonId person;
    final List<String> found = new ArrayList<>();

    @BeforeEach
    void fillTheHouse() {
        here = house.open().here();
        person = admissions.admitted(here, "Rémi", "Castellane");
        admissions.waiting(here, "Orion");
        writers.sign(here, Role.PHYSICIAN, person, "record.medical-visit", "ECG de contrôle", Visibility.TEAM);
        writers.sign(here, Role.NURSE, person, "record.transmission", "Nuit calme", Visibility.DISCIPLINE);
        writers.sign(here, Role.SOCIAL_WORKER, person, "record.phone-call", "Confidentiel", Visibility.AUTHOR);
        psychologists.signBoth(here, person, "Deux situations à risque", "Contre-transfert");
        caseworkers.add(
                here, person, "Visite de l’appartement", caseworkers.today().plusDays(5));
        caseworkers.add(
                here, person, "Aide au dépôt de garantie", caseworkers.today().minusDays(18));
        wards.ciwa(here, person, 23, Duration.ofMinutes(5));
        wards.acknowledge(
                here,
                Role.PHYSICIAN,
                person,
                wards.open(here, Role.PHYSICIAN, person).getFirst());
    }

    @Test
    void the_sign_in_page() {
        var page = BROWSER.open().newPage();
        page.navigate("http://localhost:" + port + "/login");
        assertThat(page.locator("form")).isVisible();
        inspect(page, "sign-in");
        page.navigate("http://localhost:" + port + "/login?error");
        assertThat(page.getByText("Identifiant ou mot de passe incorrect")).isVisible();
        inspect(page, "sign-in refused");
        nothingGrave();
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void every_page_of_the_menu(Role role) {
        var visitor = Visitor.signIn(BROWSER.open(), port, here.member(role));
        var pages = addresses(visitor.page().locator(".relais-menu a"));
        assertThat(pages).isNotEmpty();
        for (var address : pages) {
            follow(visitor.page(), ".relais-menu a", address);
            assertThat(visitor.page().locator("main h1, .relais-page h1").first())
                    .isVisible();
            inspect(visitor.page(), role + " " + address);
        }
        nothingGrave();
    }

    @ParameterizedTest
    @EnumSource(names = {"NURSE", "PSYCHOLOGIST", "SOCIAL_WORKER"})
    void every_section_of_the_record(Role role) {
        var visitor = Visitor.signIn(BROWSER.open(), port, here.member(role));
        visitor.openRecord(person);
        for (var address : addresses(visitor.page().locator(".relais-record-sections a"))) {
            follow(visitor.page(), ".relais-record-sections a", address);
            assertThat(visitor.strip()).isVisible();
            inspect(visitor.page(), role + " " + address);
        }
        nothingGrave();
    }

    @Test
    void what_opens_from_an_alarm() {
        var nurse = Visitor.signIn(BROWSER.open(), port, here.member(Role.NURSE));
        nurse.open("people/" + person + "/alarms");
        var page = nurse.page();
        assertThat(page.locator(".relais-record-banners .relais-alarm")).hasCount(2);
        page.locator(".relais-alarm-rule").first().click();
        assertThat(page.locator("vaadin-popover[opened]")).containsText("Source");
        inspect(page, "the rule of an alarm");
        page.keyboard().press("Escape");
        page.locator(".relais-record-banners vaadin-button")
                .filter(new Locator.FilterOptions().setHasText("Clore"))
                .click();
        nurse.dialogButton("Clore").click();
        assertThat(page.locator("vaadin-dialog[opened] vaadin-text-area")).hasAttribute("invalid", "");
        inspect(page, "resolve an alarm");
        page.keyboard().press("Escape");
        assertThat(page.locator("vaadin-dialog[opened]")).hasCount(0);
        page.getByText("Consigner un événement").click();
        nurse.dialogButton("Consigner").click();
        inspect(page, "record an event");
        nothingGrave();
    }

    @Test
    void the_pages_and_dialogs_about_a_person() {
        var nurse = Visitor.signIn(BROWSER.open(), port, here.member(Role.NURSE));
        nurse.open("people/new");
        var page = nurse.page();
        page.getByLabel("Nom", new Page.GetByLabelOptions().setExact(true)).fill("Castellane");
        page.getByLabel("Prénom").fill("Rémy");
        inspect(page, "register");
        page.getByText("Ouvrir le dossier").click();
        assertThat(page.locator(".relais-duplicates")).containsText("Rémi Castellane");
        inspect(page, "register, duplicates");

        nurse.open("people/" + person + "/episodes");
        inspect(page, "episodes");
        for (var act : List.of(
                "Nouvelle demande",
                "Liste d’attente",
                "Suivi ambulatoire",
                "Admettre",
                "Changer de lit",
                "Transférer",
                "Accueil temporaire",
                "Sortie")) {
            dialog(page, act);
        }
        nurse.open("people/" + person + "/identity");
        inspect(page, "identity");
        for (var act : List.of(
                "Modifier l’identité",
                "Ajouter un proche",
                "Ajouter une alerte",
                "Lever l’alerte",
                "Ajouter une coordonnée")) {
            dialog(page, act);
        }
        nothingGrave();
    }

    @Test
    void a_colleague_and_the_dialogs_of_the_administrator() {
        var administrator = Visitor.signIn(BROWSER.open(), port, here.member(Role.ADMINISTRATOR));
        var page = administrator.page();
        administrator.open("staff/" + here.member(Role.NURSE).id());
        assertThat(page.locator(".relais-colleague-panels")).isVisible();
        inspect(page, "colleague");
        for (var act : List.of("Modifier le rôle", "Affecter", "Confier une mission")) {
            dialog(page, act);
        }
        administrator.open("staff");
        dialog(page, "Ajouter un collègue");
        administrator.open("teams");
        dialog(page, "Ouvrir un centre");
        nothingGrave();
    }

    @Test
    void the_desk_of_the_auditor_with_a_row_and_an_export() {
        var auditor = Visitor.signIn(BROWSER.open(), port, here.member(Role.AUDITOR));
        var page = auditor.page();
        auditor.open("access-log?period=all");
        page.locator(".relais-log-grid vaadin-grid-cell-content")
                .getByText("RL-")
                .first()
                .click();
        assertThat(page.locator(".relais-log-details")).isVisible();
        inspect(page, "access log, a row");
        dialog(page, "Exporter, signé");
        auditor.open("access-log?period=all&record=RL-1");
        // The screen reader is told it too
        assertThat(page.getByText("Aucun dossier ne porte ce numéro").first()).isVisible();
        inspect(page, "access log, a number that is nobody's");
        nothingGrave();
    }

    @Test
    void the_pages_and_dialogs_of_a_merge_and_of_a_transfer() {
        var other = admissions.waiting(here, "Comète-7");
        var coordinator = Visitor.signIn(BROWSER.open(), port, here.member(Role.COORDINATOR));
        var page = coordinator.page();
        coordinator.open("people/" + person + "/merge");
        page.getByLabel("Chercher dans mes centres").fill("Comète");
        assertThat(page.getByText("Comète-7")).isVisible();
        inspect(page, "merge, search");
        coordinator.open("people/" + person + "/merge/" + other);
        assertThat(page.getByText("Ce qui change")).isVisible();
        inspect(page, "merge, side by side");
        page.getByLabel("Pourquoi c’est la même personne").fill("Même carte d’assuré");
        page.getByText("Fusionner les deux dossiers").click();
        assertThat(page.getByText("Dossiers réunis dans celui-ci")).isVisible();
        inspect(page, "merge, done");
        dialog(page, "Séparer");

        coordinator.open("people/" + person + "/episodes");
        page.getByText("Transférer", new Page.GetByTextOptions().setExact(true))
                .first()
                .click();
        var unit = page.getByLabel("Unité");
        unit.fill("Centre B");
        page.locator("vaadin-combo-box-item")
                .filter(new com.microsoft.playwright.Locator.FilterOptions().setHasText("Centre B"))
                .first()
                .click();
        page.getByLabel("Jour souhaité").fill("01.01.2040");
        page.getByLabel("Jour souhaité").press("Enter");
        assertThat(page.locator("vaadin-date-picker[opened]")).hasCount(0);
        page.getByLabel("Transmission").fill("Dort mal, mange bien.");
        inspect(page, "transfer, request");
        page.getByText("Demander le transfert").click();
        assertThat(page.locator(".relais-transfer").first()).isVisible();
        inspect(page, "transfer, asked");
        coordinator.open("transfers");
        inspect(page, "transfers");
        dialog(page, "Reprendre la demande");
        nothingGrave();
    }

    @Test
    void who_may_see_what_and_the_requests() {
        var coordinator = Visitor.signIn(BROWSER.open(), port, here.member(Role.COORDINATOR));
        coordinator.open("people/" + person + "/privacy");
        var page = coordinator.page();
        assertThat(page.locator(".relais-privacy")).isVisible();
        inspect(page, "privacy");
        for (var act :
                List.of("Ajouter un consentement", "Poser un verrou", "Nommer", "Donner un accès", "Protéger…")) {
            dialog(page, act);
        }
        coordinator.open("access-requests/new/" + person);
        assertThat(page.getByText("Envoyer la demande")).isVisible();
        inspect(page, "ask for access");

        askedElsewhere();
        coordinator.open("access-requests");
        dialog(page, "Accepter");
        dialog(page, "Refuser");
        protectedHere();
        coordinator.open("people/" + person + "/privacy");
        assertThat(page.getByText("Personne protégée")).isVisible();
        inspect(page, "privacy, protected");
        dialog(page, "Nommer un collègue");
        page.getByText("Lever la protection").click();
        assertThat(page.getByText("Lever la protection de cette personne ?")).isVisible();
        inspect(page, "end the protection");
        nothingGrave();
    }

    private void askedElsewhere() {
        var elsewhere = house.open().here();
        elsewhere.as(
                Role.PSYCHOLOGIST,
                () -> requests.ask(
                        access.scope(Section.ADMINISTRATIVE, Purpose.CARE, null),
                        new AskAccess(
                                AccessRequestId.create(),
                                person,
                                here.centre(),
                                elsewhere.centre(),
                                AccessWish.ACCESS,
                                "Vient chez nous depuis lundi")));
    }

    private void protectedHere() {
        here.as(Role.COORDINATOR, () -> {
            protections.protect(
                    access.grant(person, Section.ADMINISTRATIVE, Right.WRITE, Purpose.CARE),
                    Set.of(here.member(Role.NURSE).id()),
                    "Menacé par un proche");
            return null;
        });
    }

    @Test
    void the_forms_of_the_record_and_what_opens_over_it() {
        var nurse = Visitor.signIn(BROWSER.open(), port, here.member(Role.NURSE));
        nurse.openRecord(person);
        for (var type : List.of("Transmission", "Score de sevrage")) {
            nurse.compose(type);
            inspect(nurse.page(), type);
        }
        nurse.signButton().click();
        assertThat(nurse.page().getByText("Coter cet item.").first()).isVisible();
        inspect(nurse.page(), "withdrawal score, refused");
        nurse.openRecord(person);
        dialog(nurse.page(), "Compléter");
        dialog(nurse.page(), "Inscrit par erreur");
        nurse.page().locator(".relais-team-open").click();
        assertThat(nurse.page().locator(".relais-team-names")).isVisible();
        inspect(nurse.page(), "team");
        nurse.page().keyboard().press("Escape");
        nurse.page().keyboard().press("Control+k");
        inspect(nurse.page(), "palette, nothing asked");
        nurse.page().locator(".relais-palette input").fill("cast");
        assertThat(nurse.page().locator(".relais-palette-option").first()).containsText("Castellane");
        inspect(nurse.page(), "palette");

        var psychologist = Visitor.signIn(BROWSER.open(), port, here.member(Role.PSYCHOLOGIST));
        psychologist.openRecord(person);
        psychologist.compose("Séance");
        psychologist
                .page()
                .locator(".relais-session-form vaadin-details-summary")
                .click();
        inspect(psychologist.page(), "session");
        psychologist.page().getByLabel("Heure de début").fill("00:00");
        psychologist.page().keyboard().press("Enter");
        psychologist.page().getByLabel("Durée en minutes").fill("45");
        psychologist.choose("Approche", "Prévention de la reprise de consommation");
        psychologist.page().getByLabel("Note de suivi, lue par l’équipe").fill("Deux situations à risque");
        psychologist.page().getByLabel("Note de processus").fill("Contre-transfert");
        psychologist.signButton().click();
        assertThat(psychologist.page().locator(".relais-readers[opened]")).hasCount(1);
        inspect(psychologist.page(), "who will read");
        psychologist.dialogButton("Changer").click();
        psychologist.open("people/" + person + "/therapy");
        psychologist.page().getByText("Ouvrir la note confidentielle").first().click();
        assertThat(psychologist.page().locator(".relais-process-note[opened]")).hasCount(1);
        inspect(psychologist.page(), "process note");

        var social = Visitor.signIn(BROWSER.open(), port, here.member(Role.SOCIAL_WORKER));
        social.openRecord(person);
        social.compose("Étape de réinsertion");
        inspect(social.page(), "step");
        nothingGrave();
    }

    @Test
    void what_opens_over_the_steps() {
        var social = Visitor.signIn(BROWSER.open(), port, here.member(Role.SOCIAL_WORKER));
        social.open("people/" + person + "/social");
        var page = social.page();
        dialog(page, "Ajouter une étape");
        for (var act : List.of("Changer l’échéance…", "Historique…")) {
            page.locator(".relais-step-menu vaadin-menu-bar-button:visible")
                    .first()
                    .click();
            page.getByText(act).click();
            var dialog = page.locator("vaadin-dialog[opened]");
            assertThat(dialog).hasCount(1);
            inspect(page, act);
            dialog.locator("vaadin-button").first().click();
            assertThat(dialog).hasCount(0);
        }
        nothingGrave();
    }

    @Test
    void the_received_referrals_and_one_of_them_opened() {
        received.take(here, "A025");
        var visitor = Visitor.signIn(BROWSER.open(), port, here.member(Role.COORDINATOR));
        visitor.open("referrals-in");
        var referral = visitor.page().locator(".relais-referral");
        assertThat(referral).hasCount(1);
        inspect(visitor.page(), "referrals");
        referral.locator("vaadin-details-summary").click();
        assertThat(visitor.page().locator(".relais-referral-types")).isVisible();
        inspect(visitor.page(), "referral, opened");
        nothingGrave();
    }

    @Test
    void emergency_access_from_the_request_to_the_review() {
        var elsewhere = house.open().here();
        var nurse = Visitor.signIn(BROWSER.open(), port, elsewhere.member(Role.NURSE));
        var page = nurse.page();
        nurse.open("people/" + person);
        inspect(page, "refused record");
        dialog(page, "Accès d’urgence");
        page.getByText("Accès d’urgence…").click();
        nurse.dialogButton("Ouvrir 30 min").click();
        assertThat(page.getByText("Choisissez une raison.")).isVisible();
        inspect(page, "emergency, refused");
        nurse.choose("Raison", "Surdose");
        page.locator("vaadin-dialog[opened] textarea").fill("Très somnolente, ne répond presque plus.");
        nurse.dialogButton("Ouvrir 30 min").click();
        assertThat(page.locator(".relais-emergency-bar")).isVisible();
        assertThat(nurse.strip()).isVisible();
        inspect(page, "record in an emergency");
        page.getByText("Terminer maintenant").click();
        assertThat(page.getByText("Accès d’urgence terminé")).isVisible();
        inspect(page, "emergency, ended");

        var coordinator = Visitor.signIn(BROWSER.open(), port, here.member(Role.COORDINATOR));
        assertThat(coordinator.page().locator(".relais-notices .relais-notice")).hasCount(1);
        coordinator.open("emergency-reviews");
        inspect(coordinator.page(), "reviews");
        dialog(coordinator.page(), "Revoir l’accès");
        nothingGrave();
    }

    @Test
    void the_list_of_shortcuts() {
        var visitor = Visitor.signIn(BROWSER.open(), port, here.member(Role.NURSE));
        visitor.openRecord(person);
        visitor.page().keyboard().press("?");
        assertThat(visitor.page().locator(".relais-shortcut-list dl")).containsText("Score de sevrage");
        assertThat(visitor.page().locator(".relais-shortcut-list dl")).containsText("Appel");
        inspect(visitor.page(), "shortcuts");
        nothingGrave();
    }

    private void dialog(Page page, String act) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(act))
                .first()
                .click();
        var dialog = page.locator("vaadin-dialog[opened]");
        assertThat(dialog).hasCount(1);
        assertThat(dialog.locator(":focus")).hasCount(1);
        assertTrue(
                (Boolean) page.evaluate("() => document.activeElement.closest('vaadin-dialog') !== null"
                        + " && document.activeElement.tagName !== 'VAADIN-BUTTON'"),
                act + ": the first field has the focus");
        inspect(page, act);
        dialog.getByText("Annuler").click();
        assertThat(dialog).hasCount(0);
    }

    private void inspect(Page page, String name) {
        if (!DRAWN.add(skeleton(page))) {
            return;
        }
        var canvases = new HashSet<Object>();
        for (var scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            settle(page);
            canvases.add(page.evaluate(
                    "() => getComputedStyle(document.documentElement).getPropertyValue('--relais-canvas')"));
            // Nothing else of a page differs between the schemes
            var rules = scheme == ColorScheme.DARK ? List.of("color-contrast") : List.of();
            ((List<?>) page.evaluate(GRAVELY_WRONG, rules))
                    .forEach(violation -> found.add(name + " " + scheme + ": " + violation));
        }
        assertThat(canvases).as("both colour schemes were seen").hasSize(2);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
    }

    private void nothingGrave() {
        assertThat(found).isEmpty();
    }

    // What axe asks about besides colours: elements, their classes and what they say of themselves; not the words.
    private static Object skeleton(Page page) {
        settle(page);
        return page.evaluate("""
                () => [...document.body.querySelectorAll('*')].map((one) => [one.tagName, ...[...one.attributes]
                  .filter((kept) => /^(class|role|theme|type|hidden|disabled|aria-(?!labelledby|describedby|controls|owns).*)$/
                    .test(kept.name))
                  .map((kept) => kept.name + (kept.name === 'aria-label' ? '' : '=' + kept.value))].join(' ')).join('|')
                """);
    }

    // As a click does: without loading everything anew, which would take most of the time of these tests.
    private static void follow(Page page, String links, String address) {
        page.evaluate(
                "([links, address]) => [...document.querySelectorAll(links)].find(one => one.href === address).click()",
                List.of(links, address));
        page.waitForURL(address);
    }

    // Until the page has come; and what still moves or fades has colours nobody reads.
    private static void settle(Page page) {
        page.waitForFunction("""
                () => document.querySelector('h1')
                  && Object.values(window.Vaadin?.Flow?.clients ?? {}).every((one) => !one.isActive?.())
                """);
        page.evaluate("""
                async () => {
                  await new Promise((drawn) => requestAnimationFrame(drawn));
                  const ending = document.getAnimations()
                    .filter((one) => one.effect.getComputedTiming().endTime !== Infinity);
                  await Promise.allSettled(ending.map((one) => one.finished));
                }
                """);
    }

    private static List<String> addresses(Locator links) {
        assertThat(links.first()).isVisible();
        return ((List<?>) links.evaluateAll("all => all.filter(one => one.href).map(one => one.href)"))
                .stream().map(String::valueOf).distinct().toList();
    }
}
