package org.relais.detox.ui;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import org.jspecify.annotations.Nullable;

import org.relais.detox.DetoxProtocol;
import org.relais.detox.SettingObstacle;
import org.relais.detox.StartDetox;
import org.relais.detox.Substance;
import org.relais.shared.CentreId;
import org.relais.shared.DetoxId;
import org.relais.shared.InvalidInput;
import org.relais.uikit.DateField;
import org.relais.uikit.FormDialog;

/** Begins to watch over a withdrawal: the protocol says the rest. */
class StartDetoxDialog extends FormDialog {

    private final transient DetoxId id = DetoxId.create();
    private final transient CentreId centre;
    private final transient Consumer<StartDetox> start;
    private final Select<DetoxProtocol> protocol = new Select<>();
    private final CheckboxGroup<Substance> substances = new CheckboxGroup<>();
    private final DateField plannedEnd;
    private final CheckboxGroup<SettingObstacle> obstacles = new CheckboxGroup<>();
    private final Checkbox longer = new Checkbox();
    private final TextArea reason = new TextArea();
    private final Paragraph mark = new Paragraph();

    /** @param told what the person told they use: the proposal */
    StartDetoxDialog(
            String person,
            CentreId centre,
            LocalDate today,
            List<DetoxProtocol> protocols,
            List<Substance> told,
            DetoxWords words,
            Consumer<StartDetox> start) {
        super(words.say("detox.start.title", person), words.say("detox.start.verb"));
        this.centre = centre;
        this.start = start;
        protocol.setLabel(words.say("detox.start.protocol"));
        protocol.setItems(protocols);
        protocol.setItemLabelGenerator(one -> one.name().in(words.locale()));
        protocol.setRequiredIndicatorVisible(true);
        substances.setLabel(words.say("detox.start.substances"));
        substances.setItems(Substance.values());
        substances.setItemLabelGenerator(one -> words.say(one.key()));
        substances.setRequiredIndicatorVisible(true);
        substances.setValue(Set.copyOf(told));
        substances.setHelperText(told.isEmpty() ? null : words.say("detox.start.substances.told"));
        plannedEnd = new DateField(words.say("detox.start.planned-end"));
        plannedEnd.setRequiredIndicatorVisible(true);
        obstacles.setLabel(words.say("detox.start.obstacles"));
        obstacles.setHelperText(words.say("detox.start.obstacles.help"));
        obstacles.setItemLabelGenerator(one -> one.text().in(words.locale()));
        longer.setLabel(words.say("detox.start.longer"));
        longer.setVisible(false);
        reason.setLabel(words.say("detox.start.reason"));
        mark.addClassNames("relais-meta", "relais-wide");
        substances.addClassName("relais-wide");
        obstacles.addClassName("relais-wide");
        longer.addClassName("relais-wide");
        reason.addClassName("relais-wide");
        add("protocol", protocol);
        add("plannedEnd", plannedEnd);
        add("substances", substances);
        add("obstacles", obstacles);
        fields(longer);
        add("reason", reason);
        fields(mark);
        obstacles.addValueChangeListener(
                change -> reason.setVisible(!change.getValue().isEmpty()));
        protocol.addValueChangeListener(change -> choose(change.getValue(), today, words));
        choose(null, today, words);
    }

    private void choose(@Nullable DetoxProtocol chosen, LocalDate today, DetoxWords words) {
        var asked = chosen == null ? List.<SettingObstacle>of() : chosen.obstacles();
        obstacles.setItems(asked);
        obstacles.setVisible(!asked.isEmpty());
        reason.setVisible(false);
        longer.setVisible(false);
        longer.setValue(false);
        if (chosen != null) {
            plannedEnd.setValue(today.plusDays(chosen.plannedDays() - 1L));
            if (substances.getValue().isEmpty() && chosen.substances().size() == 1) {
                substances.setValue(Set.of(chosen.substances().getFirst()));
            }
            mark.setText(words.say(
                    chosen.rule().approved() ? "detox.protocol.approved" : "detox.protocol.not-approved",
                    chosen.rule().code(),
                    chosen.rule().version(),
                    chosen.rule().source()));
        }
    }

    @Override
    protected void save() {
        try {
            start.accept(new StartDetox(
                    id,
                    centre,
                    required("protocol", protocol).rule().code(),
                    // In the order of the list: the main one is what the protocol is for
                    ordered(),
                    null,
                    required("plannedEnd", plannedEnd),
                    obstacles.getValue().stream().map(SettingObstacle::code).collect(Collectors.toSet()),
                    longer.getValue(),
                    reason.isVisible() ? reason.getValue() : null));
        } catch (InvalidInput refused) {
            // What is too long is refused once, and can then be meant
            if (refused.field().equals("plannedEnd") && refused.key().endsWith("longer-than")) {
                longer.setVisible(true);
            }
            throw refused;
        }
    }

    private List<Substance> ordered() {
        if (substances.getValue().isEmpty()) {
            throw new InvalidInput("substances", "shared.error.required");
        }
        var offered = protocol.getValue() == null
                ? List.<Substance>of()
                : protocol.getValue().substances();
        return substances.getValue().stream()
                .sorted(Comparator.comparing((Substance one) -> !offered.contains(one))
                        .thenComparing(one -> one))
                .toList();
    }
}
