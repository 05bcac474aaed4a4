package org.relais.relatives.ui;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.i18n.I18NProvider;
import org.jspecify.annotations.Nullable;

import org.relais.person.Relation;
import org.relais.person.TellingTopic;
import org.relais.record.EntryRow;
import org.relais.record.page.EntryDecoration;
import org.relais.relatives.ContactForm;
import org.relais.relatives.RelativesDetail;
import org.relais.relatives.SupportAnswer;
import org.relais.relatives.SupportKind;
import org.relais.shared.Severity;
import org.relais.uikit.Glyph;
import org.relais.uikit.SeverityBadge;

/** How contacts with relatives look in the timeline: what was said to them, never what they said. */
@org.springframework.stereotype.Component
class RelativesEntry implements EntryDecoration {

    @Override
    public Set<String> types() {
        return Set.of(RelativesDetail.CONTACT, RelativesDetail.SUPPORT);
    }

    @Override
    public @Nullable String title(EntryRow row, Locale locale) {
        var name = row.detail().get(RelativesDetail.NAME);
        var relation = row.detail().get(RelativesDetail.RELATION);
        if (name == null || relation == null) {
            return row.title();
        }
        var who = I18NProvider.translate(
                locale,
                "relatives.relative",
                name,
                I18NProvider.translate(locale, Relation.valueOf(relation).key()));
        return I18NProvider.translate(locale, "relatives.line", I18NProvider.translate(locale, what(row)), who);
    }

    @Override
    public Optional<Glyph> glyph(EntryRow row) {
        var form = row.detail().get(RelativesDetail.FORM);
        return Optional.of(
                form == null
                        ? RelativesDetail.SUPPORT.equals(row.type()) ? Glyph.HEART_HANDSHAKE : Glyph.USERS_ROUND
                        : RelativesWords.glyph(ContactForm.valueOf(form)));
    }

    @Override
    public List<Component> badges(EntryRow row) {
        var badges = new ArrayList<Component>();
        if (row.detail().containsKey(RelativesDetail.BEYOND)) {
            badges.add(new SeverityBadge(
                    Severity.WARNING,
                    Glyph.TRIANGLE_ALERT,
                    say("relatives.beyond", topics(row, RelativesDetail.BEYOND))));
        }
        if (row.detail().containsKey(RelativesDetail.HEARD)) {
            badges.add(new SeverityBadge(Severity.INFO, Glyph.SHIELD_ALERT, say("relatives.third-party.kept")));
        }
        var answer = row.detail().get(RelativesDetail.ANSWER);
        if (answer != null) {
            badges.add(new SeverityBadge(
                    Severity.NEUTRAL,
                    Glyph.HEART_HANDSHAKE,
                    say(SupportAnswer.valueOf(answer).key())));
        }
        return badges;
    }

    @Override
    public Optional<Component> body(EntryRow row) {
        var body = new Div();
        var told = topics(row, RelativesDetail.TOLD);
        if (!told.isEmpty()) {
            body.add(new Paragraph(say("relatives.told", told)));
        }
        if (row.text() != null) {
            body.add(new Paragraph(row.text()));
        }
        return body.getChildren().findAny().isEmpty() ? Optional.empty() : Optional.of(body);
    }

    private static String what(EntryRow row) {
        var form = row.detail().get(RelativesDetail.FORM);
        var kind = row.detail().get(RelativesDetail.KIND);
        return form != null
                ? ContactForm.valueOf(form).key()
                : kind == null
                        ? "relatives.entry.support"
                        : SupportKind.valueOf(kind).key();
    }

    private static String topics(EntryRow row, String name) {
        var joined = row.detail().getOrDefault(name, "");
        return joined.isEmpty()
                ? ""
                : Arrays.stream(joined.split(","))
                        .map(TellingTopic::valueOf)
                        .map(topic -> say(topic.key()))
                        .collect(Collectors.joining(", "));
    }

    private static String say(String key, Object... arguments) {
        return I18NProvider.translate(UI.getCurrentOrThrow().getLocale(), key, arguments);
    }
}
