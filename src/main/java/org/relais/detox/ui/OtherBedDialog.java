package org.relais.detox.ui;

import java.util.List;
import java.util.Objects;
import java.util.function.BiConsumer;

import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;

import org.relais.episode.BedConsent;
import org.relais.episode.BedRow;
import org.relais.uikit.FormDialog;

/** Moves somebody to another bed of the ward; of a bed that somebody is in, it says that the two change beds. */
class OtherBedDialog extends FormDialog {

    private final Select<BedRow> bed = new Select<>();
    private final Paragraph exchange = new Paragraph();
    private final BedConsentFields consent;
    private final transient BiConsumer<BedRow, BedConsent> move;

    /** @param beds the others of the ward: free ones, and those of who may change with this person */
    OtherBedDialog(BedRow of, List<BedRow> beds, BedWords words, BiConsumer<BedRow, BedConsent> move) {
        super(
                words.say(
                        "detox.bed.move.title",
                        Objects.requireNonNull(of.name()).display()),
                words.say("detox.bed.move.verb"));
        this.move = move;
        bed.setLabel(words.say("detox.bed.field"));
        bed.setItems(beds);
        bed.setItemLabelGenerator(row -> words.say(
                "detox.bed.option",
                row.bed().label(),
                row.name() == null
                        ? words.state(row)
                        : words.say("detox.bed.move.exchange", row.name().display())));
        bed.setRequiredIndicatorVisible(true);
        bed.addClassName("relais-wide");
        exchange.addClassName("relais-wide");
        exchange.setVisible(false);
        consent = new BedConsentFields(words);
        add("bed", bed);
        fields(exchange, consent);
        errors().register("overriding", consent.overriding());
        bed.addValueChangeListener(change -> {
            var to = change.getValue();
            var other = to == null ? null : to.name();
            consent.ask(other == null ? to : null, of.person());
            exchange.setVisible(other != null);
            if (to != null && other != null) {
                exchange.setText(words.say(
                        "detox.bed.move.both",
                        Objects.requireNonNull(of.name()).display(),
                        to.bed().label(),
                        other.display(),
                        of.bed().label()));
            }
        });
    }

    @Override
    protected void save() {
        move.accept(required("bed", bed), consent.consent());
    }
}
