package org.relais.oversight.ui;

import java.util.List;
import java.util.function.Supplier;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import org.jspecify.annotations.Nullable;

import org.relais.oversight.LogRow;
import org.relais.shared.Severity;
import org.relais.uikit.BusyButton;
import org.relais.uikit.Glyph;
import org.relais.uikit.Panel;
import org.relais.uikit.SeverityBadge;

/** Every field of one row, and the ways on: all accesses to that record, all accesses by that member of staff. */
final class RowDetails extends Panel {

    private final transient LogWords words;
    private final DescriptionList fields = new DescriptionList();

    /** @param people gives the numbers of the records that the page named */
    RowDetails(LogRow row, LogWords words, Supplier<List<String>> people) {
        super(words.action(row.access().action()));
        this.words = words;
        addClassName("relais-log-details");
        var access = row.access();
        addToHeader(
                access.allowed()
                        ? new SeverityBadge(Severity.OK, getTranslation("oversight.row.allowed"))
                        : new SeverityBadge(Severity.CRITICAL, Glyph.BAN, getTranslation("oversight.row.refused")));
        fields.addClassName("relais-log-fields");
        field("oversight.log.time", words.dateTime(access.occurredAt()));
        field("oversight.log.staff", words.who(access));
        field("oversight.filter.role", words.role(access));
        field("oversight.log.centre", words.centre(access.actorCentre()));
        field("oversight.log.record", words.record(row));
        field(
                "oversight.row.person-centre",
                access.personCentre() == null ? null : words.centre(access.personCentre()));
        field("oversight.log.section", words.section(access.section()));
        field("oversight.log.basis", words.basis(access.basis()));
        field("oversight.row.reason", words.reason(access.reason()));
        field("oversight.row.legal-basis", words.legalBasis(access.legalBasis()));
        field("oversight.row.purpose", words.purpose(access.purpose()));
        field("oversight.row.type", access.resourceType());
        field("oversight.row.colleague", words.colleague(access));
        field("oversight.row.question", access.hashedQuestion() ? getTranslation("oversight.row.hashed") : null);
        field(
                "oversight.row.node",
                access.sequence() == null ? access.node() : access.node() + " · " + access.sequence());
        field("oversight.row.id", access.id().toString());
        addContent(fields, createWays(row, people));
    }

    private void field(String key, @Nullable String value) {
        if (value != null && !value.isEmpty()) {
            fields.add(new DescriptionList.Term(getTranslation(key)), new DescriptionList.Description(value));
        }
    }

    private Component createWays(LogRow row, Supplier<List<String>> people) {
        var ways = new Div();
        ways.addClassName("relais-log-ways");
        var record = row.fileNumber();
        if (record != null) {
            ways.add(way(
                    Glyph.FOLDER_OPEN, getTranslation("oversight.row.of-record", record), LogQuestion.about(record)));
        }
        var staff = row.access().actor();
        if (staff != null) {
            ways.add(way(
                    Glyph.USER_ROUND,
                    getTranslation("oversight.row.of-staff", words.name(staff)),
                    LogQuestion.by(staff)));
        }
        if (row.access().people() != null) {
            ways.add(new BusyButton(getTranslation("oversight.row.people"), Glyph.LIST, () -> {
                ways.getChildren().filter(BusyButton.class::isInstance).toList().forEach(Component::removeFromParent);
                ways.add(createPeople(people.get()));
            }));
        }
        return ways;
    }

    private Component createPeople(List<String> numbers) {
        var list = new Div();
        list.addClassName("relais-log-people");
        list.getElement().setAttribute("role", "group");
        list.getElement().setAttribute("aria-label", getTranslation("oversight.row.people"));
        numbers.forEach(number -> list.add(new Anchor(LogAddress.link(LogQuestion.about(number)), number)));
        return list;
    }

    private static Anchor way(Glyph glyph, String text, LogQuestion question) {
        var link = new Anchor(LogAddress.link(question));
        link.add(glyph.create(), new Span(text));
        return link;
    }
}
