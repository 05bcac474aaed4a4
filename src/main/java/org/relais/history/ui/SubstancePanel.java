package org.relais.history.ui;

import java.time.ZoneId;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import org.jspecify.annotations.Nullable;

import org.relais.access.Grant;
import org.relais.access.Level;
import org.relais.access.Purpose;
import org.relais.access.Right;
import org.relais.access.Section;
import org.relais.history.SubstanceHistory;
import org.relais.history.SubstanceProfile;
import org.relais.shared.Severity;
import org.relais.staff.StaffCard;
import org.relais.uikit.EmptyState;
import org.relais.uikit.Formats;
import org.relais.uikit.Glyph;
import org.relais.uikit.NoticeBar;
import org.relais.uikit.Panel;
import org.relais.uikit.Toast;

/** What the person told of the substances they use: how it stands, and the versions before. */
class SubstancePanel extends Div {

    private final transient SubstanceDesk desk;
    private transient Grant grant;

    SubstancePanel(SubstanceDesk desk, Grant grant) {
        this.desk = desk;
        this.grant = grant;
        addClassName("relais-column");
        draw();
    }

    private void draw() {
        removeAll();
        grant = desk.access().fresh(grant);
        if (grant.level(Section.MEDICAL) != Level.READ) {
            add(new EmptyState(
                    Glyph.LOCK,
                    getTranslation("history.substances.summary"),
                    getTranslation("history.substances.summary.text"),
                    null));
            return;
        }
        var history = desk.profiles().of(grant);
        if (history.withheld()) {
            add(new NoticeBar(
                    Severity.INFO,
                    getTranslation("history.substances.withheld"),
                    getTranslation("history.elsewhere.text")));
        }
        history.current().ifPresentOrElse(current -> show(current, history), () -> add(none(history)));
    }

    private void show(SubstanceProfile current, SubstanceHistory history) {
        var words = words(current);
        var panel = new Panel(words.headline(current.answers()));
        var change = change(history, "history.substances.change", Glyph.PEN_LINE);
        if (change != null) {
            panel.addToHeader(change);
        }
        panel.addContent(new SubstanceLines(words, current.answers()), meta(told(current)), meta(words.mark()));
        add(panel);
        var before = history.versions().stream().skip(1).toList();
        if (!before.isEmpty()) {
            var list = new UnorderedList();
            list.addClassName("relais-substance-versions");
            before.forEach(
                    one -> list.add(new ListItem(new H3(told(one)), new SubstanceLines(words(one), one.answers()))));
            add(new Details(getTranslation("history.substances.before", before.size()), list));
        }
    }

    private EmptyState none(SubstanceHistory history) {
        return new EmptyState(
                Glyph.FLASK_CONICAL,
                getTranslation("history.substances.none"),
                getTranslation("history.substances.none.text"),
                change(history, "history.substances.tell", Glyph.PLUS));
    }

    private @Nullable Button change(SubstanceHistory history, String key, Glyph glyph) {
        if (!grant.mayWrite(Section.MEDICAL) || grant.centres().isEmpty()) {
            return null;
        }
        var button = new Button(getTranslation(key), glyph.create(), _ -> tell(history));
        button.addThemeName("primary");
        return button;
    }

    private void tell(SubstanceHistory history) {
        var centres = desk.centres().all().stream()
                .filter(centre -> grant.centres().contains(centre.id()))
                .toList();
        var words = new SubstanceWords(desk.lists().now(), getLocale());
        new SubstanceDialog(words, centres, history, command -> {
                    desk.profiles()
                            .save(
                                    desk.access().grant(grant.person(), Section.MEDICAL, Right.WRITE, Purpose.CARE),
                                    command);
                    Toast.success(getTranslation("history.substances.saved"));
                    draw();
                })
                .open();
    }

    private String told(SubstanceProfile profile) {
        var centre = desk.centres().centre(profile.centre());
        ZoneId zone = centre.serviceDay().zone();
        return getTranslation(
                "history.substances.told",
                profile.version(),
                new Formats(getLocale(), zone).dateTime(profile.recordedAt()),
                desk.staff().find(profile.recordedBy()).map(StaffCard::name).orElse(""),
                centre.name());
    }

    private SubstanceWords words(SubstanceProfile profile) {
        return new SubstanceWords(
                desk.lists().version(profile.list()), UI.getCurrentOrThrow().getLocale());
    }

    private static Paragraph meta(String text) {
        var line = new Paragraph(text);
        line.addClassName("relais-meta");
        return line;
    }
}
