package org.relais.medication.ui;

import java.util.List;
import java.util.Optional;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import org.jspecify.annotations.Nullable;

import org.relais.access.Grant;
import org.relais.assessment.Instrument;
import org.relais.assessment.page.ScoreAdvice;
import org.relais.medication.BandDose;
import org.relais.medication.DoseProposal;
import org.relais.medication.DoseProposal.Obstacle;
import org.relais.medication.MedicationOrder;
import org.relais.medication.MedicationRoutes;
import org.relais.medication.Regimen;
import org.relais.person.PersonRoutes;
import org.relais.shared.CentreId;
import org.relais.shared.Severity;
import org.relais.uikit.Glyph;
import org.relais.uikit.SeverityBadge;

/** The dose that a signed order names for the total as it is rated; it can be given once the form is signed. */
@org.springframework.stereotype.Component
class DoseAdvice implements ScoreAdvice {

    private final MedicationDesk desk;

    DoseAdvice(MedicationDesk desk) {
        this.desk = desk;
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public Optional<Beside> beside(Grant grant, Instrument instrument, CentreId centre) {
        var now = desk.now();
        var words = new MedicationWords(desk, UI.getCurrentOrThrow().getLocale());
        var doses = desk.record().sheet(grant, now).inForce(now).stream()
                .filter(order -> asks(order, instrument))
                .map(order -> new Dose(order, desk.administrations().proposal(grant, order.id()), words))
                .toList();
        return doses.isEmpty() ? Optional.empty() : Optional.of(new Doses(doses));
    }

    /** Whether the order goes by the instrument. */
    static boolean asks(MedicationOrder order, Instrument instrument) {
        return order.regimen() instanceof Regimen.SymptomTriggered triggered
                && triggered.scale().equals(instrument.rule().code());
    }

    private record Doses(List<Dose> doses, Div lines) implements Beside {

        Doses(List<Dose> doses) {
            this(doses, new Div());
            lines.addClassName("relais-column");
            doses.forEach(dose -> lines.add(dose.line()));
        }

        @Override
        public Component component() {
            return lines;
        }

        @Override
        public void rated(@Nullable Integer total, @Nullable String band) {
            doses.forEach(dose -> dose.show(total));
        }
    }

    private static final class Dose {

        private final MedicationOrder order;
        private final DoseProposal standing;
        private final MedicationWords words;
        private final Span what = new Span();
        private final Div notes = new Div();
        private final Div line;

        Dose(MedicationOrder order, DoseProposal standing, MedicationWords words) {
            this.order = order;
            this.standing = standing;
            this.words = words;
            what.addClassName("relais-strong");
            notes.addClassNames("relais-column", "relais-small-text");
            var open = new Anchor(
                    PersonRoutes.record(order.person(), MedicationRoutes.SECTION), words.say("medication.advice.open"));
            var text = new Div(what, notes, open);
            text.addClassName("relais-column");
            line = new Div(Glyph.PILL.create(), text);
            line.addClassName("relais-advice-line");
        }

        Component line() {
            return line;
        }

        void show(@Nullable Integer total) {
            var named = total == null
                    ? Optional.<BandDose>empty()
                    : ((Regimen.SymptomTriggered) order.regimen())
                            .bands().stream().filter(band -> band.covers(total)).findFirst();
            var unit = order.drug().unit();
            what.setText(named.map(band -> words.say(
                            "medication.conduct.dose",
                            order.drug().name(),
                            words.amount(band.dose(), unit),
                            words.route(order.drug())))
                    .orElseGet(() -> words.say(
                            total == null ? "medication.advice.by-score" : "medication.advice.none",
                            words.drug(order.drug()))));
            notes.removeAll();
            notes.add(
                    secondary(words.say("medication.conduct.by", words.name(order.signedBy()))),
                    secondary(words.say(
                            "medication.conduct.sum",
                            words.amount(standing.given(), unit),
                            words.amount(standing.maximum(), unit))));
            named.ifPresent(band -> {
                if (band.callPhysician()) {
                    notes.add(new SeverityBadge(Severity.CRITICAL, Glyph.PHONE, words.say("medication.conduct.call")));
                }
                if (standing.given().add(band.dose()).compareTo(standing.maximum()) > 0) {
                    obstacle(new Obstacle.Maximum(standing.given(), band.dose(), standing.maximum(), null));
                }
                standing.obstacles().stream().filter(Dose::whateverTheTotal).forEach(this::obstacle);
            });
        }

        // What the last signed total had against a dose says nothing about this one
        private static boolean whateverTheTotal(Obstacle obstacle) {
            return !(obstacle instanceof Obstacle.NoScale
                    || obstacle instanceof Obstacle.ScaleTooOld
                    || obstacle instanceof Obstacle.NoDoseForTotal
                    || obstacle instanceof Obstacle.Maximum);
        }

        private void obstacle(Obstacle obstacle) {
            var text = new Div(Glyph.TRIANGLE_ALERT.create(), new Span(words.obstacle(obstacle, order)));
            text.addClassName("relais-medication-obstacle");
            notes.add(text);
        }

        private static Span secondary(String text) {
            var span = new Span(text);
            span.addClassNames("relais-secondary", "relais-numeric");
            return span;
        }
    }
}
