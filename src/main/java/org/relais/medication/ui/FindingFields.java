package org.relais.medication.ui;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import org.jspecify.annotations.Nullable;

import org.relais.medication.MedicationLimits;
import org.relais.medication.OrderFinding;
import org.relais.medication.SignOrder;
import org.relais.shared.Severity;
import org.relais.shared.Verdict;
import org.relais.uikit.FieldErrors;
import org.relais.uikit.NoticeBar;

/** What the checks found, and what the prescriber answers: a tick for a warning, a reason for what blocks. */
final class FindingFields extends Div {

    private final transient MedicationWords words;
    private final transient FieldErrors errors;
    private final Select<String> reason = new Select<>();
    private final TextArea text;
    private final Map<String, Checkbox> ticks = new LinkedHashMap<>();
    private boolean overridable;

    FindingFields(MedicationWords words, MedicationLimits limits, FieldErrors errors) {
        this.words = words;
        this.errors = errors;
        addClassName("relais-medication-fields");
        getElement().setAttribute("aria-live", "polite");
        reason.setLabel(words.say("medication.override.reason"));
        reason.setItems(limits.overrideReasons());
        reason.setItemLabelGenerator(one -> words.say(MedicationWords.overrideKey(one)));
        text = new TextArea(words.say("medication.override.text"));
        text.setHelperText(words.say("medication.correct.why.help"));
        errors.register("override", reason).register("overrideText", text);
    }

    void show(List<OrderFinding> findings) {
        removeAll();
        ticks.clear();
        overridable = false;
        for (var finding : findings) {
            var blocks = finding.verdict().atLeast(Verdict.BLOCK_OVERRIDABLE);
            var subject = finding.subject() == null ? words.say("medication.finding.hidden") : finding.subject();
            var key = "medication.finding."
                    + finding.check().name().toLowerCase(Locale.ROOT).replace('_', '-');
            var bar = new NoticeBar(
                    blocks ? Severity.CRITICAL : Severity.WARNING, words.say(key, subject), finding.rule());
            add(bar);
            if (finding.verdict() == Verdict.WARN) {
                ticks.computeIfAbsent(finding.rule(), this::tick);
            }
            overridable = overridable || finding.verdict() == Verdict.BLOCK_OVERRIDABLE;
        }
        ticks.values().forEach(this::add);
        if (overridable) {
            add(reason, text);
        }
        ticks.values().stream().findFirst().ifPresent(tick -> errors.register("acknowledged", tick));
    }

    Set<String> acknowledged() {
        var ticked = new HashSet<String>();
        ticks.forEach((rule, tick) -> {
            if (tick.getValue()) {
                ticked.add(rule);
            }
        });
        return ticked;
    }

    SignOrder.@Nullable Override override() {
        return overridable && reason.getValue() != null
                ? new SignOrder.Override(reason.getValue(), text.getValue())
                : null;
    }

    private Checkbox tick(String rule) {
        return new Checkbox(words.say("medication.finding.read", rule));
    }
}
