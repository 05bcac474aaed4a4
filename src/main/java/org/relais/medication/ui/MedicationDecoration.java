package org.relais.medication.ui;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import org.jspecify.annotations.Nullable;

import org.relais.medication.Effect;
import org.relais.medication.EntryTypes;
import org.relais.medication.MedicationDetail;
import org.relais.medication.NotGivenReason;
import org.relais.medication.Outcome;
import org.relais.medication.RegimenText;
import org.relais.record.EntryRow;
import org.relais.record.page.EntryDecoration;
import org.relais.uikit.Glyph;

/** How orders and doses look in the timeline, from what the entry carries. */
@org.springframework.stereotype.Component
class MedicationDecoration implements EntryDecoration {

    private final MedicationDesk desk;

    MedicationDecoration(MedicationDesk desk) {
        this.desk = desk;
    }

    @Override
    public Set<String> types() {
        return EntryTypes.ALL;
    }

    @Override
    public @Nullable String title(EntryRow row, Locale locale) {
        var detail = row.detail();
        var drug = detail.get(MedicationDetail.DRUG);
        if (drug == null) {
            return row.title();
        }
        var words = new MedicationWords(desk, locale);
        var strength = detail.get(MedicationDetail.STRENGTH);
        var name = strength == null ? drug : drug + " " + strength;
        var type = row.type() == null ? "" : row.type();
        return switch (type) {
            case EntryTypes.ORDER ->
                words.say(
                        detail.containsKey(MedicationDetail.REPLACES)
                                ? "medication.entry.order.changed"
                                : "medication.entry.order.title",
                        name);
            case EntryTypes.STOP -> words.say("medication.entry.stop.title", name);
            case EntryTypes.RECHECK -> words.say("medication.entry.recheck.title", name);
            default -> {
                var dose = detail.get(MedicationDetail.DOSE);
                yield dose == null
                        ? name
                        : name + " · "
                                + words.amount(new BigDecimal(dose), detail.getOrDefault(MedicationDetail.UNIT, ""));
            }
        };
    }

    @Override
    public Optional<Glyph> glyph(EntryRow row) {
        return Optional.of(EntryTypes.ORDER.equals(row.type()) ? Glyph.CLIPBOARD_PEN : Glyph.PILL);
    }

    @Override
    public List<Component> badges(EntryRow row) {
        var outcome = row.detail().get(MedicationDetail.OUTCOME);
        var words = words();
        if (outcome != null) {
            var what = Outcome.valueOf(outcome);
            return List.of(MedicationWords.outcome(what, words.say(what.key())));
        }
        return List.of();
    }

    @Override
    public Optional<Component> body(EntryRow row) {
        var detail = row.detail();
        if (!detail.containsKey(MedicationDetail.DRUG)) {
            return Optional.empty();
        }
        var words = words();
        var body = new Div();
        body.addClassName("relais-column");
        var regimen = detail.get(MedicationDetail.REGIMEN);
        if (regimen != null) {
            body.add(new Paragraph(
                    words.regimen(RegimenText.read(regimen), detail.getOrDefault(MedicationDetail.UNIT, ""))));
            body.add(new Paragraph(
                    words.say("medication.order.for", detail.getOrDefault(MedicationDetail.INDICATION, ""))));
        }
        var override = detail.get(MedicationDetail.OVERRIDE);
        if (override != null) {
            body.add(new Paragraph(words.say(
                    "medication.entry.override",
                    words.say(MedicationWords.overrideKey(override)),
                    detail.getOrDefault(MedicationDetail.OVERRIDE_TEXT, ""))));
        }
        var reason = detail.get(MedicationDetail.REASON);
        if (reason != null) {
            body.add(new Paragraph(words.say(NotGivenReason.valueOf(reason).key())));
        }
        var effect = detail.get(MedicationDetail.EFFECT);
        if (effect != null) {
            body.add(new Paragraph(words.say(Effect.valueOf(effect).key())));
        }
        if (row.text() != null) {
            var text = new Div(row.text());
            text.addClassName("relais-entry-text");
            body.add(text);
        }
        return Optional.of(body);
    }

    private MedicationWords words() {
        return new MedicationWords(desk, UI.getCurrentOrThrow().getLocale());
    }
}
