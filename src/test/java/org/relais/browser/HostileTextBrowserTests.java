package org.relais.browser;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Media;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

import org.relais.access.AccessRequests;
import org.relais.access.AccessService;
import org.relais.access.AccessWish;
import org.relais.access.AskAccess;
import org.relais.access.BeginEmergency;
import org.relais.access.ConsentPurpose;
import org.relais.access.EmergencyAccess;
import org.relais.access.EmergencyReason;
import org.relais.access.GiveConsent;
import org.relais.access.GivenAccesses;
import org.relais.access.Grant;
import org.relais.access.Purpose;
import org.relais.access.Right;
import org.relais.access.Section;
import org.relais.access.SharingConsents;
import org.relais.assessment.VitalSigns;
import org.relais.centre.CentreSetup;
import org.relais.centre.UnitKind;
import org.relais.detox.DetoxEpisodes;
import org.relais.detox.OmissionKind;
import org.relais.detox.OmitObservation;
import org.relais.detox.StartDetox;
import org.relais.detox.Substance;
import org.relais.episode.EpisodeService;
import org.relais.episode.EpisodeState;
import org.relais.episode.RequestTransfer;
import org.relais.episode.Transfers;
import org.relais.escalation.Escalations;
import org.relais.escalation.RecordEvent;
import org.relais.exchange.Received;
import org.relais.medication.Administrations;
import org.relais.medication.DrugForm;
import org.relais.medication.DrugRoute;
import org.relais.medication.GiveDose;
import org.relais.medication.OrderedDrug;
import org.relais.medication.Orders;
import org.relais.medication.Regimen;
import org.relais.medication.SignOrder;
import org.relais.oversight.EnterReportRequest;
import org.relais.oversight.Handover;
import org.relais.oversight.LeaveOut;
import org.relais.oversight.ReportLanguage;
import org.relais.oversight.ReportRequests;
import org.relais.person.PersonMerges;
import org.relais.person.RecordNumbers;
import org.relais.record.Visibility;
import org.relais.record.Writers;
import org.relais.reintegration.Caseworkers;
import org.relais.shared.AccessRequestId;
import org.relais.shared.AdministrationId;
import org.relais.shared.ClinicalEventId;
import org.relais.shared.DetoxId;
import org.relais.shared.EmergencyId;
import org.relais.shared.OmissionId;
import org.relais.shared.OrderId;
import org.relais.shared.PersonId;
import org.relais.shared.ReportRequestId;
import org.relais.shared.TransferId;
import org.relais.staff.Role;
import org.relais.staff.StaffSetup;
import org.relais.support.ActingAs;
import org.relais.support.House;
import org.relais.support.House.Opened;
import org.relais.support.House.Place;
import org.relais.therapy.Psychologists;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Attacks 26 and 27: text that would run. All of it stands in every column of words at once, each view is loaded once, on
 * the screen and as it would be printed: nothing runs, nothing becomes an element, nothing is hidden either.
 */
@BrowserTest
@TestPropertySource(properties = "relais.ultra-rapid-detox.enabled=true")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Import(HostileColumns.class)
class HostileTextBrowserTests {

    @RegisterExtension
    static final BrowserPages BROWSER = new BrowserPages();

    private static final String WATCH = """
            window.relaisRan = (number) => { (window.relaisHeard ??= []).push(number); };
            for (const name of ['alert', 'confirm', 'prompt']) { window[name] = () => window.relaisRan(0); }
            """;

    /** What ran, what became an element, and what a click would run, with everything in shadow trees and frames. */
    private static final String FOUND = """
            () => {
              const found = (window.relaisHeard ?? []).map((number) => 'ran ' + number);
              const look = (root) => {
                for (const one of root.querySelectorAll('*')) {
                  if (one.hasAttribute('data-ran')) found.push('became ' + one.outerHTML.slice(0, 80));
                  for (const name of ['href', 'src', 'action', 'formaction', 'data', 'xlink:href']) {
                    const address = (one.getAttribute(name) ?? '').trim().toLowerCase();
                    if (/^(javascript|data:text|vbscript)/.test(address)) found.push('leads to ' + address.slice(0, 80));
                  }
                  if (one.tagName === 'IFRAME') found.push('frame');
                  if (one.shadowRoot) look(one.shadowRoot);
                }
              };
              look(document);
              return found;
            }
            """;

    @Autowired
    House house;

    @Autowired
    Admissions admissions;

    @Autowired
    Writers writers;

    @Autowired
    Psychologists psychologists;

    @Autowired
    Caseworkers caseworkers;

    @Autowired
    Received received;

    @Autowired
    EmergencyAccess emergencies;

    @Autowired
    HostileColumns columns;

    @Autowired
    StaffSetup staff;

    @Autowired
    CentreSetup centres;

    @Autowired
    AccessService access;

    @Autowired
    SharingConsents consents;

    @Autowired
    GivenAccesses given;

    @Autowired
    AccessRequests requests;

    @Autowired
    PersonMerges merges;

    @Autowired
    EpisodeService episodes;

    @Autowired
    Transfers transfers;

    @Autowired
    ReportRequests reports;

    @Autowired
    RecordNumbers numbers;

    @Autowired
    DetoxEpisodes detoxes;

    @Autowired
    Orders orders;

    @Autowired
    Administrations doses;

    @Autowired
    Escalations escalations;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    @LocalServerPort
    int port;

    Place here;
    PersonId person;
    ReportRequestId report;

    @BeforeAll
    void poisonTheHouse() {
        var places = house.open();
        here = places.here();
        person = admissions.admitted(here, "Rémi", "Castellane");
        var waiting = admissions.waiting(here, "Orion");
        var note = writers.sign(here, Role.NURSE, person, "record.transmission", "Nuit calme", Visibility.TEAM);
        writers.amend(here, Role.NURSE, person, note, "Complété");
        writers.sign(here, Role.PHYSICIAN, person, "record.medical-visit", "ECG de contrôle", Visibility.TEAM);
        writers.sign(here, Role.SOCIAL_WORKER, person, "record.phone-call", "Appel", Visibility.DISCIPLINE);
        writers.draft(here, Role.NURSE, person, "record.transmission", "Commencé, pas signé");
        psychologists.signBoth(here, person, "Deux situations à risque", "Contre-transfert");
        caseworkers.add(
                here, person, "Visite de l’appartement", caseworkers.today().plusDays(5));
        caseworkers.add(here, person, "Aide au dépôt", caseworkers.today().minusDays(18));
        var imported = received.take(here, "A046").person();
        // Its messages stand on every page of who wrote, its explanation on the page of reviews
        here.as(
                Role.PHYSICIAN,
                () -> emergencies.begin(new BeginEmergency(
                        EmergencyId.create(), person, EmergencyReason.OVERDOSE, "Very drowsy, hardly answers", 30)));
        watchOver();
        decideOnRights(places, admissions.waiting(here, "Comète"));
        overseeThem();
        columns.poison(List.of(person, waiting, imported), List.of(here.centre()));
        forgetTheNames();
    }

    // A withdrawal, a refusal, an order, a dose and an event stand on the ward's pages and in sections of the record
    private void watchOver() {
        var detox = here.as(
                Role.NURSE,
                () -> detoxes.start(
                        treat(),
                        new StartDetox(
                                DetoxId.create(),
                                here.centre(),
                                "ALC_IN",
                                List.of(Substance.ALCOHOL),
                                null,
                                caseworkers.today().plusDays(6),
                                Set.of(),
                                false,
                                null)));
        var order = here.as(
                Role.PHYSICIAN,
                () -> orders.sign(
                        treat(),
                        new SignOrder(
                                OrderId.create(),
                                here.centre(),
                                null,
                                new OrderedDrug(
                                        "PARACETAMOL", "paracétamol", "500 mg", DrugForm.TABLET, DrugRoute.ORAL, "mg"),
                                new Regimen.AsNeeded(BigDecimal.valueOf(500), 240, BigDecimal.valueOf(3000), 60),
                                "Douleur",
                                false,
                                null,
                                clock.instant().plus(Duration.ofDays(1)),
                                "Si besoin",
                                Set.of("MED-02"),
                                null)));
        here.as(Role.NURSE, () -> {
            detoxes.omit(
                    treat(),
                    new OmitObservation(
                            OmissionId.create(),
                            detox.id(),
                            "CIWA_AR",
                            OmissionKind.REFUSED,
                            "Veut dormir",
                            VitalSigns.NONE,
                            null));
            escalations.record(
                    treat(),
                    new RecordEvent(
                            ClinicalEventId.create(), "SEIZURE", "Deux minutes", clock.instant(), here.centre()));
            return doses.give(
                    treat(),
                    new GiveDose(
                            AdministrationId.create(),
                            order.id(),
                            null,
                            BigDecimal.valueOf(500),
                            clock.instant(),
                            null,
                            null));
        });
    }

    private Grant treat() {
        return access.grant(person, Section.MEDICAL, Right.WRITE, Purpose.CARE);
    }

    // What is said of consent, access, a transfer and a merge stands on pages of its own
    private void decideOnRights(Opened places, PersonId second) {
        var elsewhere = places.elsewhere();
        here.as(Role.COORDINATOR, () -> {
            var grant = write(person);
            consents.give(
                    grant,
                    new GiveConsent(
                            null, "Le Seuil", Set.of(Section.SOCIAL), ConsentPurpose.SOCIAL_SUPPORT, null, "fr"));
            given.give(
                    write(person),
                    here.centre(),
                    elsewhere.member(Role.NURSE).id(),
                    clock.instant().plus(Duration.ofDays(3)),
                    "Deuxième avis");
            merges.merge(write(person), write(second), "Même carte");
            var episode = episodes.of(access.grant(person, Section.RECORD)).stream()
                    .filter(row -> row.state() == EpisodeState.OPEN)
                    .findFirst()
                    .orElseThrow();
            return transfers.request(
                    write(person),
                    new RequestTransfer(
                            TransferId.create(),
                            episode.id(),
                            episode.version(),
                            elsewhere.ward(),
                            caseworkers.today().plusDays(3),
                            null,
                            "Dort mal"));
        });
        elsewhere.as(
                Role.SOCIAL_WORKER,
                () -> requests.ask(
                        access.scope(Section.ADMINISTRATIVE, Purpose.CARE, null),
                        new AskAccess(
                                AccessRequestId.create(),
                                person,
                                here.centre(),
                                elsewhere.centre(),
                                AccessWish.ACCESS,
                                "Venu hier")));
    }

    // What auditors wrote of an access and of a report stands on their pages
    private void overseeThem() {
        report = ReportRequestId.create();
        here.as(Role.AUDITOR, () -> {
            var scope = access.scope(Section.AUDIT_LOG, Purpose.CONTROL, null);
            reports.enter(
                    scope,
                    new EnterReportRequest(
                            report,
                            Objects.requireNonNull(
                                    numbers.of(scope, Set.of(person)).get(person)),
                            caseworkers.today(),
                            ReportLanguage.FRENCH,
                            Handover.IN_PERSON));
            reports.leaveOut(
                    scope,
                    new LeaveOut(
                            UUID.randomUUID(), report, here.member(Role.NURSE).id(), true, "Menacée"));
            return report;
        });
        var finding = UUID.randomUUID();
        jdbc.sql("""
                        INSERT INTO oversight_finding (id, rule_code, rule_version, actor_id, actor_role, person_id,
                            centre_id, service_day, event_id, occurred_at, action, section, basis, allowed, found_at)
                        VALUES (?, 'OUT_OF_HOURS', 1, ?, 'NURSE', ?, ?, CURRENT_DATE, ?, UTC_TIMESTAMP(6), 'VIEW',
                            'RECORD', 'relation', TRUE, UTC_TIMESTAMP(6))""")
                .params(
                        finding,
                        here.member(Role.NURSE).id().value(),
                        person.value(),
                        here.centre().value(),
                        UUID.randomUUID())
                .update();
        jdbc.sql("INSERT INTO ultrarapid_permission (id, centre_id, legal_basis, until_day, director_id, director_at)"
                        + " VALUES (?, ?, 'Decree', '2099-12-31', ?, UTC_TIMESTAMP(6))")
                .params(
                        UUID.randomUUID(),
                        here.centre().value(),
                        here.member(Role.PHYSICIAN).id().value())
                .update();
        jdbc.sql("INSERT INTO oversight_verdict VALUES (?, ?, ?, 'TO_FOLLOW_UP', 'Vu', UTC_TIMESTAMP(6), ?)")
                .params(
                        UUID.randomUUID(),
                        finding,
                        finding,
                        here.member(Role.AUDITOR).id().value())
                .update();
    }

    private Grant write(PersonId whose) {
        return access.grant(whose, Section.ADMINISTRATIVE, Right.WRITE, Purpose.CARE);
    }

    // Names of colleagues and centres are held in memory for a while
    private void forgetTheNames() {
        ActingAs.actingAs("setup", Role.ADMINISTRATOR, () -> {
            staff.setActive(here.member(Role.NURSE).id(), true);
            return centres.openUnit(here.centre(), "New", UnitKind.OUTPATIENT_TEAM);
        });
    }

    @Test
    void every_column_of_text_is_known_to_hold_words_or_not() {
        assertThat(columns.unsorted()).isEmpty();
        assertThat(columns.unknown()).isEmpty();
        assertThat(HostileTexts.count()).isEqualTo(30);
    }

    @Test
    void no_page_of_the_menu_runs_it() {
        var seen = new HashSet<String>();
        for (var role : List.of(Role.COORDINATOR, Role.NURSE, Role.SOCIAL_WORKER, Role.AUDITOR, Role.ADMINISTRATOR)) {
            var visitor = signIn(role);
            for (var address : addresses(visitor.page().locator(".relais-menu a"))) {
                if (seen.add(address)) {
                    visitor.page().navigate(address);
                    nothingRuns(visitor.page(), role + " " + address);
                }
            }
        }
    }

    @Test
    void no_page_of_the_desk_runs_it() {
        var auditor = signIn(Role.AUDITOR);
        for (var path : List.of("own-reports/" + report, "unusual-accesses?state=all", "access-log")) {
            auditor.open(path);
            assertThat(auditor.page().locator("main h1").first()).isVisible();
            nothingRuns(auditor.page(), path);
        }
    }

    @Test
    void no_page_of_a_permission_runs_it() {
        var physician = signIn(Role.PHYSICIAN);
        physician.open("ultra-rapid-detox");
        assertThat(physician.page().locator("main article").first()).containsText("data-ran");
        nothingRuns(physician.page(), "ultra-rapid-detox");
    }

    @ParameterizedTest
    @EnumSource(names = {"NURSE", "PSYCHOLOGIST", "SOCIAL_WORKER"})
    void no_page_of_the_record_runs_it(Role role) {
        var visitor = signIn(role);
        visitor.open("people/" + person);
        assertThat(visitor.page().locator(".relais-record h1")).containsText("data-ran");
        nothingRuns(visitor.page(), role + " record");
        for (var address : addresses(visitor.page().locator(".relais-record-sections a"))) {
            visitor.page().navigate(address);
            nothingRuns(visitor.page(), role + " " + address);
        }
        for (var page : Set.of("identity", "episodes")) {
            visitor.open("people/" + person + "/" + page);
            nothingRuns(visitor.page(), role + " " + page);
        }
    }

    @Test
    void nothing_that_opens_over_a_page_runs_it() {
        var nurse = signIn(Role.NURSE);
        var page = nurse.page();
        nurse.open("people/" + person);
        assertThat(nurse.entries().first()).containsText("data-ran");
        page.locator(".relais-strip-chips vaadin-button, .relais-strip-chips button")
                .all()
                .forEach(chip -> {
                    chip.click();
                    nothingRuns(page, "chip");
                    page.keyboard().press("Escape");
                });
        for (var act : List.of("Compléter", "Inscrit par erreur")) {
            open(page, act);
        }
        page.keyboard().press("Control+k");
        page.locator(".relais-palette input").fill("data-ran");
        nothingRuns(page, "palette");
        page.keyboard().press("Escape");
        nurse.open("people/" + person + "?write=record.transmission");
        assertThat(nurse.noteText()).hasValue(HostileTexts.all());
        nothingRuns(page, "draft");
        nurse.open("people/" + person + "/identity");
        for (var act : List.of("Modifier l’identité", "Lever l’alerte")) {
            open(page, act);
        }
        nurse.open("people/" + person + "/episodes");
        for (var act : List.of("Changer de lit", "Reprendre la demande", "Sortie")) {
            open(page, act);
        }

        var psychologist = signIn(Role.PSYCHOLOGIST);
        psychologist.open("people/" + person + "/therapy");
        psychologist.page().getByText("Ouvrir la note confidentielle").first().click();
        assertThat(psychologist.page().locator(".relais-process-note[opened]")).containsText("data-ran");
        nothingRuns(psychologist.page(), "process note");
    }

    private Visitor signIn(Role role) {
        var context = BROWSER.open();
        context.addInitScript(WATCH);
        return Visitor.signIn(context, port, here.member(role));
    }

    private void open(Page page, String act) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(act))
                .first()
                .click();
        assertThat(page.locator("vaadin-dialog[opened]")).hasCount(1);
        nothingRuns(page, act);
        page.locator("vaadin-dialog[opened]").getByText("Annuler").click();
        assertThat(page.locator("vaadin-dialog[opened]")).hasCount(0);
    }

    private static void nothingRuns(Page page, String name) {
        assertThat(page.locator("main h1, .relais-page h1").first()).isAttached();
        // A page that fails shows none of the texts
        assertThat(page.locator(".relais-error-page")).hasCount(0);
        assertThat((List<?>) page.evaluate(FOUND)).as(name).isEmpty();
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        assertThat((List<?>) page.evaluate(FOUND)).as(name + ", printed").isEmpty();
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
    }

    private static List<String> addresses(Locator links) {
        assertThat(links.first()).isVisible();
        return ((List<?>) links.evaluateAll("all => all.filter(one => one.href).map(one => one.href)"))
                .stream().map(String::valueOf).distinct().toList();
    }
}
