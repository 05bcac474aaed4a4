package org.relais.escalation.ui;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import org.jspecify.annotations.Nullable;

import org.relais.escalation.EscalationEntries;
import org.relais.escalation.EscalationRule;
import org.relais.escalation.Reading;
import org.relais.record.EntryRow;
import org.relais.record.page.EntryDecoration;
import org.relais.shared.Severity;
import org.relais.uikit.Glyph;
import org.relais.uikit.SeverityBadge;

/** How resolved alarms and recorded events look in the timeline. */
@org.springframework.stereotype.Component
class AlarmDecoration implements EntryDecoration {

    private final AlarmDesk desk;
    private final AlarmWords words;

    AlarmDecoration(AlarmDesk desk, AlarmWords words) {
        this.desk = desk;
        this.words = words;
    }

    @Override
    public Set<String> types() {
        return Set.of(EscalationEntries.ALARM, EscalationEntries.EVENT);
    }

    @Override
    public @Nullable String title(EntryRow row, Locale locale) {
        var code = row.detail().get(EscalationEntries.CODE);
        if (code == null) {
            return row.title();
        }
        if (EscalationEntries.EVENT.equals(row.type())) {
            return desk.rules().events(row.centre()).stream()
                    .filter(event -> event.code().equals(code))
                    .map(event -> event.label().in(locale))
                    .findFirst()
                    .orElse(code);
        }
        return rule(row)
                .map(rule -> words.title(
                        rule, Reading.read(row.detail().getOrDefault(EscalationEntries.READINGS, "")), locale))
                .orElse(code);
    }

    @Override
    public Optional<Glyph> glyph(EntryRow row) {
        return Optional.of(Glyph.SIREN);
    }

    @Override
    public List<Component> badges(EntryRow row) {
        return rule(row)
                .map(rule -> List.<Component>of(
                        new SeverityBadge(
                                Severity.OK,
                                AlarmWords.say(UI.getCurrentOrThrow().getLocale(), "escalation.state.resolved")),
                        new RuleMark(rule.rule())))
                .orElse(List.of());
    }

    private Optional<EscalationRule> rule(EntryRow row) {
        var code = row.detail().get(EscalationEntries.CODE);
        var version = row.detail().get(EscalationEntries.VERSION);
        return code == null || version == null
                ? Optional.empty()
                : Optional.of(desk.rules().version(code, Integer.parseInt(version)));
    }
}
