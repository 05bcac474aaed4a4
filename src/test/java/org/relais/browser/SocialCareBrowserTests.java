package org.relais.browser;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.LoadState;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

import org.relais.access.AccessService;
import org.relais.access.Purpose;
import org.relais.access.Right;
import org.relais.access.Section;
import org.relais.directory.Need;
import org.relais.directory.PartnerDetails;
import org.relais.directory.PartnerDirectory;
import org.relais.plan.GoalActs;
import org.relais.plan.Goals;
import org.relais.plan.Planners;
import org.relais.record.Drafts;
import org.relais.record.SaveDraft;
import org.relais.shared.PartnerId;
import org.relais.shared.PersonId;
import org.relais.shell.RelaisTranslations;
import org.relais.staff.Role;
import org.relais.support.House;
import org.relais.support.House.Place;
import org.relais.therapy.Approach;
import org.relais.therapy.Attendance;
import org.relais.therapy.Mode;
import org.relais.therapy.SignSession;
import org.relais.therapy.TherapySessions;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/**
 * Social care in a real browser, from the first assessment to the follow-up after discharge: a social worker assesses,
 * books, refers to a partner, notes its answer, reviews the plan with what a psychologist did for it, and discharges.
 */
@BrowserTest
@Import(Planners.class)
class SocialCareBrowserTests {

    private static final String GOAL = "Un chez-moi où ma fille peut venir";
    private static final String PARTNER = "Association Le Seuil";
    private static final String SESSION = "Ce qui fait peur dans un bail";
    private static final String NOTE = "Peur de l’échec, liée à l’expulsion de 2021.";
    private static final int[] LEVELS = {2, 1, 1, 2, 3, 2, 0, 4, 3, 5, 2, 2, 3};

    @RegisterExtension
    static final BrowserPages BROWSER = new BrowserPages();

    @Autowired
    House house;

    @Autowired
    Admissions admissions;

    @Autowired
    Planners planners;

    @Autowired
    Goals goals;

    @Autowired
    GoalActs acts;

    @Autowired
    TherapySessions sessions;

    @Autowired
    Drafts drafts;

    @Autowired
    AccessService access;

    @Autowired
    PartnerDirectory directory;

    @Autowired
    RelaisTranslations texts;

    @Autowired
    Clock clock;

    @LocalServerPort
    int port;

    Place here;
    PersonId person;
    Locale language = Locale.FRENCH;

    @BeforeEach
    void admit() {
        here = house.open().here();
        person = admissions.admitted(here, "Rémi", "Castellane");
        here.as(Role.SOCIAL_WORKER, () -> {
            directory.add(PartnerId.create(), partner("Foyer du Canal " + here.centre()));
            return directory.add(PartnerId.create(), partner(PARTNER + " " + here.centre()));
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"fr", "sv"})
    void from_the_assessment_to_the_follow_up(String spoken) {
        language = Locale.of(spoken);
        var worker = signIn(Role.SOCIAL_WORKER, spoken);
        assess(worker);
        plan(worker);
        book(worker);
        refer(worker);
        answer(worker);
        servedByAPsychologist();
        review(worker);
        discharge(worker);
    }

    private void assess(Visitor worker) {
        worker.open("people/" + person + "/situation");
        button(worker, "situation.needs.rate").click();
        focused(worker, 1);
        for (var domain = 0; domain < LEVELS.length; domain++) {
            worker.page().keyboard().press(String.valueOf(LEVELS[domain]));
            if (domain + 1 < LEVELS.length) {
                focused(worker, domain + 2);
            }
        }
        button(worker, "situation.needs.sign").click();
        assertThat(worker.page().locator("main")).containsText(say("situation.needs.mean-only", "2,5"));
    }

    // A digit rates the domain and moves on to the next one
    private static void focused(Visitor worker, int number) {
        worker.page()
                .waitForFunction(
                        "(number) => document.activeElement?.closest('relais-scale')?.getAttribute('number') === number",
                        String.valueOf(number));
    }

    // A goal in the person's words, an action for it, and the day on which it was agreed
    private void plan(Visitor worker) {
        worker.open("people/" + person + "/plan");
        button(worker, "plan.goal.add").click();
        dialogButton(worker, "plan.goal.add").click();
        // Nothing was typed: said at the field, and the dialog stays
        assertThat(dialog(worker).locator("vaadin-select[invalid]")).hasCount(1);
        dialog(worker).locator("vaadin-text-field input").first().fill(GOAL);
        worker.choose(say("plan.goal.domain"), say("plan.domain.housing"));
        dialog(worker).locator("textarea").fill("Un bail à son nom");
        dialogButton(worker, "plan.goal.add").dblclick();
        assertThat(worker.page().locator("vaadin-dialog[opened]")).hasCount(0);
        var card = worker.page().locator(".relais-goal-card");
        assertThat(card).hasCount(1);
        assertThat(card).containsText(GOAL);
        doWith(worker, card, "plan.action.add");
        dialog(worker).locator("vaadin-text-field input").first().fill("Appeler le bailleur");
        var due = dialog(worker).locator("vaadin-date-picker input");
        due.fill(DateTimeFormatter.ofPattern(say("uikit.date-field.format")).format(today().plusDays(7)));
        due.press("Enter");
        dialogButton(worker, "plan.action.add").click();
        assertThat(worker.page().locator("vaadin-dialog[opened]")).hasCount(0);
        assertThat(card).containsText("Appeler le bailleur");
        doWith(worker, card, "plan.goal.move.agreed");
        dialogButton(worker, "plan.goal.agree").click();
        assertThat(worker.page().locator("vaadin-dialog[opened]")).hasCount(0);
        assertThat(card).containsText(say("plan.state.agreed"));
    }

    private void doWith(Visitor worker, Locator card, String key) {
        card.locator(".relais-goal-menu vaadin-menu-bar-button").first().click();
        worker.page()
                .getByRole(
                        AriaRole.MENUITEM,
                        new Page.GetByRoleOptions().setName(say(key)).setExact(true))
                .click();
    }

    private void book(Visitor worker) {
        worker.open("people/" + person + "/appointments");
        button(worker, "agenda.book").click();
        worker.page()
                .locator("vaadin-dialog[opened] vaadin-text-field input")
                .first()
                .fill("Bilan logement");
        dialogButton(worker, "agenda.book.verb").dblclick();
        assertThat(worker.page().locator("vaadin-dialog[opened]")).hasCount(0);
        assertThat(worker.page().getByText("Bilan logement")).hasCount(1);
    }

    private void refer(Visitor worker) {
        worker.open("people/" + person + "/referrals");
        button(worker, "referral.add").click();
        var dialog = worker.page().locator("vaadin-dialog[opened]");
        dialog.locator(".relais-refer-search input").first().fill("Seuil " + here.centre());
        var card = dialog.locator(".relais-refer-found button");
        assertThat(card).hasCount(1);
        card.click();
        // Nothing leaves without the person's agreement, and the dialog says so before anybody tries
        assertThat(dialog).containsText(say("referral.consent.refused", named()));
        assertThat(dialogButton(worker, "referral.send")).isDisabled();
        button(worker, "referral.consent.record").click();
        button(worker, "referral.consent.verb").click();
        assertThat(dialogButton(worker, "referral.send")).isEnabled();
        dialogButton(worker, "referral.send").click();
        worker.page()
                .locator("vaadin-dialog.relais-confirm[opened]")
                .getByRole(AriaRole.BUTTON, exactly("referral.send"))
                .click();
        assertThat(worker.page().locator("vaadin-dialog[opened]")).hasCount(0);
        assertThat(panel(worker)).containsText(say("referral.panel.step.sent"));
    }

    private void answer(Visitor worker) {
        panel(worker)
                .getByRole(AriaRole.BUTTON, exactly("referral.verb.accepted"))
                .click();
        worker.page()
                .locator("vaadin-dialog[opened] vaadin-button[theme~=primary]")
                .click();
        assertThat(worker.page().locator("vaadin-dialog[opened]")).hasCount(0);
        assertThat(panel(worker)).containsText(say("referral.state.accepted"));
    }

    // The psychologist's note is theirs; that it served the goal is everybody's
    private void servedByAPsychologist() {
        here.as(Role.PSYCHOLOGIST, () -> {
            var goal = goals.of(planners.read(person)).goals().getFirst();
            var write = access.grant(person, Section.PSYCHOLOGICAL, Right.WRITE, Purpose.CARE);
            var draft = drafts.save(write, new SaveDraft("therapy.session", Map.of("note", NOTE), null, 0));
            var session = sessions.sign(
                    write,
                    new SignSession(
                            Attendance.ATTENDED,
                            Mode.IN_PERSON,
                            Approach.MOTIVATIONAL,
                            clock.instant().minus(Duration.ofHours(1)),
                            50,
                            null,
                            SESSION,
                            NOTE,
                            here.centre(),
                            draft.id(),
                            draft.version()));
            acts.link(planners.write(person), planners.record(person), goal.id(), session);
            return session;
        });
    }

    private void review(Visitor worker) {
        worker.open("people/" + person + "/plan-review");
        button(worker, "plan.review.begin").click();
        var form = worker.page().locator(".relais-review-form");
        assertThat(form).containsText(GOAL);
        assertThat(form).containsText(SESSION);
        assertThat(form).not().containsText(NOTE);
        form.locator("textarea").first().fill("J’ai visité, je veux y arriver.");
        button(worker, "plan.review.sign").click();
        assertThat(worker.page().locator("main")).containsText("J’ai visité, je veux y arriver.");
        assertThat(button(worker, "plan.review.begin")).isEnabled();
    }

    private void discharge(Visitor worker) {
        worker.open("people/" + person + "/episodes");
        button(worker, "episode.discharge.action").click();
        var dialog = worker.page().locator("vaadin-dialog[opened]");
        worker.choose(say("episode.field.reason"), say("episode.end.completed"));
        worker.choose(say("episode.field.destination"), say("episode.destination.home"));
        dialog.getByText(say("aftercare.answer.agreed")).click();
        button(worker, "episode.discharge.verb").click();
        assertThat(worker.page().locator("vaadin-dialog[opened]")).hasCount(0);
        worker.open("people/" + person + "/aftercare");
        for (var months : List.of(1, 3, 6, 12)) {
            assertThat(worker.page().locator("main")).containsText(say("aftercare.contact", months));
        }
        // The right-hand column comes with a request of its own, which must not reach into the next test
        worker.page().waitForLoadState(LoadState.NETWORKIDLE);
    }

    private Visitor signIn(Role role, String spoken) {
        BrowserContext browser = BROWSER.open();
        var visitor = Visitor.signIn(browser, port, here.member(role));
        if (!spoken.equals("fr")) {
            visitor.speak(spoken);
        }
        return visitor;
    }

    private Locator panel(Visitor visitor) {
        return visitor.page().locator(".relais-orientation-panel");
    }

    private Locator button(Visitor visitor, String key) {
        return visitor.page()
                .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(say(key)))
                .last();
    }

    private static Locator dialog(Visitor visitor) {
        return visitor.page().locator("vaadin-dialog[opened]").last();
    }

    private Locator dialogButton(Visitor visitor, String key) {
        return visitor.page().locator("vaadin-dialog[opened]").last().getByRole(AriaRole.BUTTON, exactly(key));
    }

    private Locator.GetByRoleOptions exactly(String key) {
        return new Locator.GetByRoleOptions().setName(say(key)).setExact(true);
    }

    private String named() {
        return PARTNER + " " + here.centre() + ", Lyon";
    }

    private static PartnerDetails partner(String name) {
        return new PartnerDetails(
                name,
                Set.of(Need.HOUSING),
                null,
                null,
                Set.of("fr"),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                "Lyon",
                null,
                false,
                false,
                false);
    }

    private LocalDate today() {
        return clock.instant().atZone(ZoneId.of("Europe/Paris")).toLocalDate();
    }

    private String say(String key, Object... values) {
        return texts.getTranslation(key, language, values);
    }
}
