package org.relais.detox.ui;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import org.jspecify.annotations.Nullable;

import org.relais.access.Grant;
import org.relais.access.Purpose;
import org.relais.access.Right;
import org.relais.access.Scope;
import org.relais.access.Section;
import org.relais.centre.Unit;
import org.relais.detox.DetoxRoutes;
import org.relais.detox.GiveHandOver;
import org.relais.detox.GivenHandOver;
import org.relais.detox.HandOverNow;
import org.relais.detox.HandOverNow.Stage;
import org.relais.detox.HandOverNow.Which;
import org.relais.detox.HandOverPage;
import org.relais.detox.HandOverSentence;
import org.relais.detox.HandOvers;
import org.relais.detox.SentenceChanged;
import org.relais.escalation.EscalationRoutes;
import org.relais.shared.Conflict;
import org.relais.shared.HandOverId;
import org.relais.shared.InvalidInput;
import org.relais.shared.PersonId;
import org.relais.shared.Severity;
import org.relais.uikit.BusyButton;
import org.relais.uikit.ConfirmQuestion;
import org.relais.uikit.Formats;
import org.relais.uikit.Glyph;
import org.relais.uikit.KeyHint;
import org.relais.uikit.NoticeBar;
import org.relais.uikit.Toast;

/**
 * The hand-over beside the board: one person after the other, the sentence for the next team, and the signatures at the
 * end. What is typed stays where it is while the page around it follows the ward.
 */
class HandOverPanel extends Aside {

    private static final int PAUSE_MILLISECONDS = 2000;
    private static final int BASIS = 36;

    private final transient HandOverDesk desk;
    private final transient Formats formats;
    private final transient Unit unit;
    private final transient Scope beds;
    private final transient Scope medical;
    private final transient Scope risk;
    private final transient Runnable followed;
    private final Span progress = new Span();
    private final ProgressBar bar = new ProgressBar();
    private final Paragraph teams = new Paragraph();
    private final H3 name = new H3();
    private final Paragraph about = new Paragraph();
    private final Paragraph locked = new Paragraph();
    private final HandOverPart identity = part("identity");
    private final HandOverPart situation = part("situation");
    private final HandOverPart background = part("background");
    private final HandOverPart assessment = part("assessment");
    private final HandOverPart recommendation = part("recommendation");
    private final Paragraph since = new Paragraph();
    private final Paragraph away = new Paragraph();
    private final TextArea sentence = new TextArea();
    private final Div said = new Div();
    private final Paragraph draft = new Paragraph();
    private final Div conflict = new Div();
    private final Anchor escalate = new Anchor();
    private final BusyButton read;
    private final Button previous;
    private final Button next;
    private final Div page = new Div();
    private final Paragraph empty = new Paragraph();
    private final Div signatures = new Div();
    private final transient HandOverId id = HandOverId.create();
    private transient HandOverNow now;
    private transient Which which = Which.CURRENT;
    private transient @Nullable Grant write;
    private @Nullable PersonId shown;
    private int version;

    /** @param followed called when another person is shown or the progress moved */
    HandOverPanel(HandOverDesk desk, Formats formats, Unit unit, Scope beds, Scope medical, Runnable followed) {
        this.desk = desk;
        this.formats = formats;
        this.unit = unit;
        this.beds = beds;
        this.medical = medical;
        this.followed = followed;
        this.risk = desk.access().scope(Section.RISK, Purpose.CARE, null);
        addClassNames("relais-ward-panel", "relais-hand-over");
        read = new BusyButton(say("read"), this::readOn);
        read.addThemeName("primary");
        read.addClassName("relais-hand-over-read");
        var key = new KeyHint("N");
        key.getElement().setAttribute("aria-hidden", "true");
        read.setSuffixComponent(key);
        HandOverKeys.bind(read, "N");
        previous = step(Glyph.CHEVRON_LEFT, "previous", -1);
        next = step(Glyph.CHEVRON_RIGHT, "next-person", 1);
        compose();
        now = load();
        shown = firstUnread();
        draw();
    }

    private void compose() {
        var title = new H2(say("title"));
        title.getElement().setAttribute("tabindex", "-1");
        title.setId("relais-hand-over-title");
        getElement().setAttribute("aria-labelledby", "relais-hand-over-title");
        progress.addClassNames("relais-meta", "relais-numeric");
        progress.getElement().setAttribute("role", "status");
        var print = new Anchor(DetoxRoutes.handOverSheet(unit.id()), Glyph.PRINTER.create());
        print.addClassName("relais-icon-link");
        print.setAriaLabel(say("sheet"));
        print.getElement().setAttribute("title", say("sheet"));
        var close = new Button(Glyph.X.create(), _ -> {
            setVisible(false);
            followed.run();
        });
        close.addThemeNames("tertiary", "icon");
        close.setAriaLabel(say("close"));
        var head = new Div(title, progress, print, close);
        head.addClassName("relais-ward-panel-head");
        teams.addClassName("relais-meta");
        bar.getElement().setAttribute("aria-hidden", "true");
        name.getElement().setAttribute("tabindex", "-1");
        about.addClassName("relais-meta");
        var who = new Div(name, about);
        who.addClassName("relais-grow");
        var person = new Div(who, previous, next);
        person.addClassName("relais-hand-over-person");
        since.addClassName("relais-hand-over-since");
        away.addClassName("relais-hand-over-since");
        locked.setText(say("locked"));
        sentence.setLabel(say("sentence"));
        sentence.setMaxLength(HandOvers.SENTENCE);
        sentence.setWidthFull();
        sentence.setValueChangeMode(ValueChangeMode.TIMEOUT);
        sentence.setValueChangeTimeout(PAUSE_MILLISECONDS);
        sentence.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                save();
            }
        });
        draft.addClassName("relais-draft-line");
        draft.getElement().setAttribute("role", "status");
        escalate.addClassName("relais-hand-over-escalate");
        escalate.add(Glyph.SIREN.create(), new Span(say("escalate")));
        var actions = new Div(escalate, read);
        actions.addClassName("relais-ward-actions");
        page.addClassName("relais-hand-over-page");
        page.add(
                person,
                locked,
                identity,
                situation,
                background,
                assessment,
                recommendation,
                since,
                away,
                said,
                sentence,
                draft,
                conflict,
                actions);
        empty.setText(say("empty"));
        signatures.addClassName("relais-hand-over-signatures");
        add(head, teams, bar, empty, page, signatures, new HandOverKeys());
    }

    /** Whose page is shown; null while nobody's is, or it is closed. */
    @Nullable
    PersonId person() {
        return isVisible() ? shown : null;
    }

    /** "Hand-over 7/10". */
    String label() {
        return say("open.progress", now.read(), now.pages().size());
    }

    /** Reads again what stands on the ward; what is typed stays. */
    void refresh() {
        now = load();
        if (shown == null || position() < 0) {
            shown = firstUnread();
            conflict.removeAll();
        }
        draw();
    }

    /** Puts the focus on the head, where reading begins. */
    void focusHead() {
        name.getElement().executeJs("this.focus()");
    }

    private HandOverNow load() {
        return desk.handOvers().of(beds, medical, risk, unit.id(), which, getLocale());
    }

    private void draw() {
        var pages = now.pages();
        progress.setText(say("progress", now.read(), pages.size()));
        bar.setMax(Math.max(1, pages.size()));
        bar.setValue(now.read());
        teams.setText(say(
                "teams",
                now.change().from().name().in(getLocale()),
                now.change().to().name().in(getLocale()),
                formats.time(now.change().at())));
        empty.setVisible(pages.isEmpty());
        page.setVisible(!pages.isEmpty());
        current().ifPresent(this::draw);
        drawSignatures();
        followed.run();
    }

    private void draw(HandOverPage one) {
        var text = one.text();
        name.setText(text.name());
        var line = List.of(text.bed(), text.about(), text.substances()).stream()
                .filter(part -> !part.isEmpty())
                .toList();
        about.setText(String.join(" · ", line));
        locked.setVisible(one.withheld());
        identity.show(text.identity());
        situation.show(text.situation());
        background.show(text.background());
        assessment.show(text.assessment());
        recommendation.show(text.recommendation());
        since.setText(text.since());
        since.setVisible(!text.since().isEmpty());
        away.setText(say("away") + " · " + one.since());
        away.setVisible(now.given() != null && !one.since().isEmpty());
        escalate.setHref(EscalationRoutes.ofPerson(one.person()));
        previous.setEnabled(position() > 0);
        next.setEnabled(position() < now.pages().size() - 1);
        read.setEnabled(now.stage() == Stage.GIVE || now.stage() == Stage.RECEIVE);
        read.setVisible(read.isEnabled());
        drawSentence(one);
    }

    private void drawSentence(HandOverPage one) {
        var writing = now.stage() == Stage.GIVE && !one.withheld();
        var stored = one.sentence();
        sentence.setVisible(writing);
        draft.setVisible(writing);
        said.removeAll();
        if (!writing) {
            if (stored != null && !stored.text().isEmpty()) {
                var by = new Span(say("sentence.given", desk.name(stored.by())));
                by.addClassName("relais-meta");
                said.add(by, new Paragraph(stored.text()));
            }
            return;
        }
        if (write == null || !write.person().equals(one.person())) {
            write = null;
            conflict.removeAll();
            take(stored);
        } else if (stored != null
                && stored.version() != version
                && conflict.getChildren().findAny().isEmpty()) {
            offer(stored);
        }
    }

    private void take(@Nullable HandOverSentence stored) {
        version = stored == null ? 0 : stored.version();
        sentence.setInvalid(false);
        sentence.setValue(stored == null ? "" : stored.text());
        draft.setText(stored == null || stored.text().isEmpty() ? "" : written(stored));
        write = desk.access().grant(Objects.requireNonNull(shown), Section.MEDICAL, Right.WRITE, Purpose.CARE);
    }

    private String written(HandOverSentence stored) {
        return stored.by().equals(medical.actor().id())
                ? say("sentence.saved", formats.time(stored.at()))
                : say("sentence.saved.by", desk.name(stored.by()), formats.time(stored.at()));
    }

    // What is typed is saved; false keeps it on the screen with the word why
    private boolean save() {
        if (!sentence.isVisible() || write == null) {
            return true;
        }
        write = desk.access().fresh(write);
        try {
            var saved = desk.handOvers().write(write, unit.id(), now.change().at(), sentence.getValue(), version);
            version = saved.version();
            draft.setText(written(saved));
            sentence.setInvalid(false);
            return true;
        } catch (SentenceChanged meanwhile) {
            offer(meanwhile.theirs());
            return false;
        } catch (InvalidInput refused) {
            sentence.setErrorMessage(getTranslation(refused.key(), refused.arguments()));
            sentence.setInvalid(true);
            return false;
        }
    }

    private void offer(HandOverSentence theirs) {
        conflict.removeAll();
        var keepTheirs = new Button(say("sentence.keep-theirs"), _ -> {
            conflict.removeAll();
            take(theirs);
        });
        var keepMine = new Button(say("sentence.keep-mine"), _ -> {
            conflict.removeAll();
            version = theirs.version();
            save();
        });
        conflict.add(new NoticeBar(
                Severity.WARNING,
                theirs.text().isEmpty()
                        ? say("sentence.theirs.none", desk.name(theirs.by()))
                        : say("sentence.theirs", desk.name(theirs.by()), theirs.text()),
                "",
                keepTheirs,
                keepMine));
    }

    private void readOn() {
        var before = current();
        if (before.isEmpty() || !save() || conflict.getChildren().findAny().isPresent()) {
            return;
        }
        now = load();
        var after = current();
        if (after.isEmpty() || !facts(after.get()).equals(facts(before.get()))) {
            Toast.success(say("read.again"));
            refresh();
            return;
        }
        desk.handOvers()
                .read(
                        beds,
                        medical,
                        unit.id(),
                        now.change().at(),
                        after.get().person(),
                        after.get().basis());
        now = load();
        shown = following();
        draw();
        focusHead();
    }

    // Without the sentence: one's own does not make a page new
    private static String facts(HandOverPage page) {
        return page.basis().substring(0, Math.min(BASIS, page.basis().length()));
    }

    private @Nullable PersonId following() {
        var pages = now.pages();
        var at = position();
        for (var step = 1; step <= pages.size(); step++) {
            var one = pages.get((at + step) % pages.size());
            if (!one.read()) {
                return one.person();
            }
        }
        return shown;
    }

    private void drawSignatures() {
        signatures.removeAll();
        var given = now.given();
        if (given != null) {
            signatures.add(line(say("by", desk.name(given.givenBy()), formats.time(given.givenAt()))));
            given.receipts()
                    .forEach(mark ->
                            signatures.add(line(say("receipt", desk.name(mark.staff()), formats.time(mark.at())))));
            if (given.receipts().isEmpty()) {
                signatures.add(line(say("no-receipt")));
                given.told()
                        .forEach(mark ->
                                signatures.add(line(say("told", desk.name(mark.staff()), formats.time(mark.at())))));
            }
        }
        switch (now.stage()) {
            case GIVE -> {
                signatures.add(line(now.opens() ? say("both") : say("give.opens", formats.time(opening()))));
                signatures.add(sign("give", now.opens(), this::askToGive));
            }
            case RECEIVE -> signatures.add(sign("receive", true, () -> askToReceive(Objects.requireNonNull(given))));
            case GIVEN, RECEIVED, READ -> {
                // Nothing to sign
            }
        }
        if (now.stage() == Stage.GIVEN || now.stage() == Stage.RECEIVED) {
            signatures.add(turn("prepare", Which.NEXT));
        } else if (which == Which.NEXT) {
            signatures.add(turn("back", Which.CURRENT));
        }
    }

    private Instant opening() {
        return now.change().at().minusSeconds(60L * now.shifts().opensBefore());
    }

    private Button sign(String key, boolean possible, Runnable ask) {
        var button = new Button(say(key), _ -> ask.run());
        button.addThemeName("primary");
        button.addClassName("relais-hand-over-sign");
        button.setEnabled(possible && now.read() == now.pages().size());
        return button;
    }

    private Button turn(String key, Which other) {
        var button = new Button(say(key), _ -> {
            which = other;
            shown = null;
            write = null;
            refresh();
        });
        button.addThemeName("tertiary");
        return button;
    }

    private void askToGive() {
        if (!save()) {
            return;
        }
        new ConfirmQuestion(
                        say("give.question", formats.time(now.change().at()), unit.name()),
                        say(
                                "give.text",
                                now.pages().size(),
                                now.change().to().name().in(getLocale())),
                        say("give"),
                        () -> {
                            answered(() -> desk.handOvers()
                                    .give(
                                            beds,
                                            medical,
                                            risk,
                                            new GiveHandOver(
                                                    id, unit.id(), now.change().at(), getLocale())));
                            Toast.success(say("given"));
                        })
                .keeping(say("keep-reading"))
                .open();
    }

    private void askToReceive(GivenHandOver given) {
        new ConfirmQuestion(
                        say("receive.question", formats.time(given.change()), unit.name()),
                        say(
                                "receive.text",
                                desk.name(given.givenBy()),
                                formats.time(given.givenAt()),
                                now.pages().size()),
                        say("receive"),
                        () -> {
                            answered(() -> desk.handOvers().receive(medical, given.id()));
                            Toast.success(say("received"));
                        })
                .keeping(say("keep-reading"))
                .open();
    }

    // Whatever came of it, what stands now is shown
    private void answered(Runnable act) {
        try {
            act.run();
        } catch (Conflict told) {
            refresh();
            throw told;
        }
        refresh();
    }

    private Optional<HandOverPage> current() {
        return now.pages().stream().filter(one -> one.person().equals(shown)).findFirst();
    }

    private int position() {
        return now.pages().stream().map(HandOverPage::person).toList().indexOf(shown);
    }

    private @Nullable PersonId firstUnread() {
        return now.pages().stream()
                .filter(one -> !one.read())
                .findFirst()
                .or(() -> now.pages().stream().findFirst())
                .map(HandOverPage::person)
                .orElse(null);
    }

    private Button step(Glyph glyph, String key, int by) {
        var button = new Button(glyph.create(), _ -> {
            if (save()) {
                shown = now.pages().get(position() + by).person();
                draw();
                focusHead();
            }
        });
        button.addThemeName("icon");
        button.setAriaLabel(say(key));
        return button;
    }

    private HandOverPart part(String which) {
        return new HandOverPart(say("letter." + which), say("part." + which));
    }

    private static Component line(String text) {
        var line = new Span(text);
        line.addClassName("relais-meta");
        return line;
    }

    private String say(String key, Object... arguments) {
        return getTranslation("detox.hand-over." + key, arguments);
    }
}
