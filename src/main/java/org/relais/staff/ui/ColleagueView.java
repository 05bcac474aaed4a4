package org.relais.staff.ui;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.annotation.security.RolesAllowed;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;

import org.relais.centre.Centre;
import org.relais.centre.Centres;
import org.relais.shared.InvalidInput;
import org.relais.shared.NotFound;
import org.relais.shared.Severity;
import org.relais.shared.StaffId;
import org.relais.staff.HeldFunction;
import org.relais.staff.Roles;
import org.relais.staff.StaffFile;
import org.relais.staff.StaffFiles;
import org.relais.staff.StaffMember;
import org.relais.staff.StaffRoutes;
import org.relais.staff.StaffSetup;
import org.relais.uikit.ConfirmQuestion;
import org.relais.uikit.FieldErrors;
import org.relais.uikit.Glyph;
import org.relais.uikit.NoticeBar;
import org.relais.uikit.PageHeader;
import org.relais.uikit.Panel;
import org.relais.uikit.Toast;

/** One colleague: names, role, where they work, functions, account and address; each is changed here. */
@Route(StaffRoutes.COLLEAGUE)
@RolesAllowed(Roles.ADMINISTRATOR)
class ColleagueView extends Div implements HasDynamicTitle, BeforeEnterObserver {

    private static final String BACK = "staff.back";
    private static final String STATE = "staff.state";
    private static final String ASSIGN = "staff.assign";
    private static final String GIVE = "staff.function.give";
    private static final String HOME = "staff.home";

    private final transient StaffFiles files;
    private final transient StaffSetup setup;
    private final transient StaffWords words;
    // By what they do: where the focus goes back to when the page was read again
    private final transient Map<String, Button> buttons = new HashMap<>();
    private transient StaffFile file;
    private String pressed = BACK;

    @SuppressWarnings("NullAway.Init")
    ColleagueView(StaffFiles files, StaffSetup setup, Centres centres, Clock clock) {
        this.files = files;
        this.setup = setup;
        words = new StaffWords(centres, clock, getLocale());
        addClassNames("relais-page", "relais-colleague");
    }

    @Override
    public String getPageTitle() {
        return getTranslation("staff.list.title");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        show(event.getRouteParameters().get("staffId").map(ColleagueView::parse).orElseThrow(NotFound::new));
    }

    private static StaffId parse(String text) {
        try {
            return StaffId.parse(text);
        } catch (InvalidInput notAnId) {
            throw new NotFound();
        }
    }

    private void show(StaffId id) {
        file = files.file(id);
        removeAll();
        buttons.clear();
        // First, so that its buttons are the ones of their places
        var header = createHeader();
        var panels =
                new Div(createNames(), createRole(), createPlaces(), createFunctions(), createAccount(), createHome());
        panels.addClassName("relais-colleague-panels");
        add(header, panels);
    }

    private StaffMember member() {
        return file.member();
    }

    private PageHeader createHeader() {
        var member = member();
        var back = button(
                BACK, "staff.back", Glyph.ARROW_LEFT, () -> getUI().ifPresent(ui -> ui.navigate(StaffRoutes.LIST)));
        var header = new PageHeader(
                member.name(),
                getTranslation(
                        "staff.colleague.subtitle",
                        getTranslation(member.role().key()),
                        getTranslation(member.active() ? "staff.state.active" : "staff.state.left")),
                back);
        header.addAction(
                member.active()
                        ? button(STATE, "staff.leave", Glyph.USER_X, this::askToLeave)
                        : button(STATE, "staff.return", Glyph.USER_CHECK, this::askToReturn));
        return header;
    }

    private Panel createNames() {
        var panel = new Panel(getTranslation("staff.names"));
        panel.addToHeader(named(
                "staff.names.change",
                Glyph.PEN_LINE,
                () -> new ChangeNamesDialog(
                                member(),
                                (given, family) -> done(() -> setup.changeNames(member().id(), given, family)))
                        .open()));
        panel.addContent(
                fact("staff.field.given-name", member().givenName()),
                fact("staff.field.family-name", member().familyName()),
                fact("staff.field.username", member().username()));
        return panel;
    }

    private Panel createRole() {
        var panel = new Panel(getTranslation("staff.field.role"));
        panel.addToHeader(named(
                "staff.role.change",
                Glyph.PEN_LINE,
                () -> new ChangeRoleDialog(member(), role -> done(() -> setup.changeRole(member().id(), role)))
                        .open()));
        var role = new Paragraph(getTranslation(member().role().key()));
        role.addClassName("relais-strong");
        panel.addContent(role, quiet("staff.role.text"));
        return panel;
    }

    private Panel createPlaces() {
        var panel = new Panel(getTranslation("staff.places"));
        var places = words.places(member());
        panel.setCount(places.size());
        panel.addToHeader(small(
                ASSIGN,
                "staff.assign",
                Glyph.PLUS,
                () -> new AssignDialog(
                                member().name(),
                                words.centres(),
                                (centre, unit) -> done(() -> setup.assign(member().id(), centre, unit)))
                        .open()));
        if (places.isEmpty()) {
            panel.addContent(quiet("staff.places.none"));
        }
        places.forEach(place -> panel.addContent(line(
                words.place(place), place.unit() == null ? words.text("staff.place.whole") : "", removeButton(place))));
        return panel;
    }

    private Button removeButton(StaffWords.Place place) {
        var unit = place.unit();
        return lineButton(
                ASSIGN,
                "staff.unassign",
                words.place(place),
                () -> ask(
                        getTranslation("staff.unassign.question", member().name(), words.place(place)),
                        "staff.unassign.text",
                        "staff.unassign",
                        () -> setup.unassign(member().id(), place.centre().id(), unit == null ? null : unit.id())));
    }

    private Panel createFunctions() {
        var panel = new Panel(getTranslation("staff.functions"));
        var held = file.functions().stream().filter(words::notEnded).toList();
        panel.setCount(held.size());
        panel.addToHeader(small(GIVE, "staff.function.give", Glyph.PLUS, this::openGiveFunction));
        if (held.isEmpty()) {
            panel.addContent(quiet("staff.functions.none"));
        }
        held.forEach(one -> panel.addContent(line(
                words.text("staff.function.at", words.text(one.function().key()), words.centre(one.centre())),
                words.term(one),
                lineButton(
                        GIVE,
                        "staff.function.end",
                        words.text(one.function().key()) + " " + words.centre(one.centre()),
                        () -> new EndFunctionDialog(one, words, day -> end(one, day)).open()))));
        return panel;
    }

    private void openGiveFunction() {
        var own = words.places(member()).stream()
                .map(StaffWords.Place::centre)
                .distinct()
                .toList();
        new GiveFunctionDialog(member().name(), ownOrAll(own), words, this::give).open();
    }

    private List<Centre> ownOrAll(List<Centre> own) {
        return own.isEmpty() ? words.centres() : own;
    }

    private void give(HeldFunction given) {
        done(() -> setup.giveFunction(member().id(), given.centre(), given.function(), given.from(), given.until()));
    }

    private void end(HeldFunction held, LocalDate lastDay) {
        done(() -> setup.endFunction(member().id(), held, lastDay));
    }

    private Panel createAccount() {
        var panel = new Panel(getTranslation("staff.account"));
        panel.addContent(quiet(file.account() ? "staff.account.known" : "staff.account.unknown"));
        if (file.account()) {
            panel.addContent(actions(small(
                    BACK,
                    "staff.account.release",
                    Glyph.REFRESH_CW,
                    () -> ask(
                            getTranslation("staff.account.release.question", member().name()),
                            "staff.account.release.text",
                            "staff.account.release.verb",
                            () -> setup.releaseIdentity(member().id())))));
        }
        return panel;
    }

    private Panel createHome() {
        var panel = new Panel(getTranslation("staff.home"));
        if (!file.homesKept()) {
            panel.addContent(new NoticeBar(
                    Severity.INFO, getTranslation("staff.home.no-key"), getTranslation("staff.home.no-key.text")));
        } else {
            panel.addContent(quiet(file.home() ? "staff.home.kept" : "staff.home.none"));
        }
        var buttons = actions();
        if (file.homesKept()) {
            buttons.add(small(
                    HOME,
                    file.home() ? "staff.home.replace" : "staff.home.enter",
                    Glyph.FINGERPRINT,
                    () -> new EnterHomeDialog(address -> done(() -> setup.enterHome(member().id(), address))).open()));
        }
        if (file.home()) {
            buttons.add(small(
                    file.homesKept() ? HOME : BACK,
                    "staff.home.forget",
                    Glyph.X,
                    () -> ask(
                            getTranslation("staff.home.forget.question", member().name()),
                            "staff.home.forget.text",
                            "staff.home.forget",
                            () -> setup.enterHome(member().id(), null))));
        }
        panel.addContent(buttons);
        return panel;
    }

    private void askToLeave() {
        ask(
                getTranslation("staff.leave.question", member().name()),
                "staff.leave.text",
                "staff.leave",
                () -> setup.setActive(member().id(), false));
    }

    private void askToReturn() {
        ask(
                getTranslation("staff.return.question", member().name()),
                "staff.return.text",
                "staff.return",
                () -> setup.setActive(member().id(), true));
    }

    private void ask(String question, String textKey, String verbKey, Runnable change) {
        new ConfirmQuestion(
                        question,
                        getTranslation(textKey),
                        getTranslation(verbKey),
                        () -> new FieldErrors().run(() -> done(change)))
                .open();
    }

    // Read again, so that the page shows what holds now
    private void done(Runnable change) {
        change.run();
        show(member().id());
        Optional.ofNullable(buttons.get(pressed))
                .or(() -> Optional.ofNullable(buttons.get(BACK)))
                .ifPresent(Button::focus);
        Toast.success(getTranslation("staff.saved"));
    }

    private static Div line(String name, String more, Button button) {
        var head = new Span(name);
        head.addClassName("relais-strong");
        var text = new Div(head);
        text.addClassNames("relais-grow", "relais-colleague-line");
        if (!more.isEmpty()) {
            var rest = new Span(more);
            rest.addClassName("relais-secondary");
            text.add(rest);
        }
        var line = new Div(text, button);
        line.addClassName("relais-row");
        return line;
    }

    private Component fact(String key, String value) {
        var name = new Span(getTranslation(key));
        name.addClassName("relais-secondary");
        var shown = new Span(value);
        shown.addClassName("relais-strong");
        var line = new Div(name, shown);
        line.addClassName("relais-colleague-fact");
        return line;
    }

    private Paragraph quiet(String key) {
        var words = new Paragraph(getTranslation(key));
        words.addClassName("relais-secondary");
        return words;
    }

    private static Div actions(Button... buttons) {
        var actions = new Div(buttons);
        actions.addClassName("relais-actions");
        return actions;
    }

    /** @param place what it does, so that the same place has the focus when the page was read again */
    private Button button(String place, String key, Glyph glyph, Runnable action) {
        var button = new Button(getTranslation(key), glyph.create(), _ -> press(place, action));
        buttons.putIfAbsent(place, button);
        return button;
    }

    private Button small(String place, String key, Glyph glyph, Runnable action) {
        var button = button(place, key, glyph, action);
        button.addThemeName("small");
        return button;
    }

    private Button named(String nameKey, Glyph glyph, Runnable action) {
        var button = small(nameKey, "staff.change", glyph, action);
        button.setAriaLabel(getTranslation(nameKey));
        return button;
    }

    private Button lineButton(String place, String key, String about, Runnable action) {
        var button = new Button(getTranslation(key), _ -> press(place, action));
        button.addThemeNames("small", "tertiary");
        button.setAriaLabel(getTranslation(key) + " " + about);
        return button;
    }

    private void press(String place, Runnable action) {
        pressed = place;
        action.run();
    }
}
