package org.relais.medication.ui;

import java.time.Duration;
import java.util.Optional;

import com.vaadin.flow.component.UI;
import org.jspecify.annotations.Nullable;

import org.relais.access.Grant;
import org.relais.assessment.Instrument;
import org.relais.assessment.page.ScoreAdvice;
import org.relais.shared.CentreId;

/** The scores and doses of the last two days, where an order goes by the instrument. */
@org.springframework.stereotype.Component
class CourseAdvice implements ScoreAdvice {

    private static final Duration BACK = Duration.ofDays(2);

    private final MedicationDesk desk;

    CourseAdvice(MedicationDesk desk) {
        this.desk = desk;
    }

    @Override
    public int order() {
        return 40;
    }

    @Override
    public Optional<Beside> beside(Grant grant, Instrument instrument, CentreId centre) {
        var now = desk.now();
        var sheet = desk.record().sheet(grant, now.minus(BACK));
        return sheet.inForce(now).stream()
                .filter(order -> DoseAdvice.asks(order, instrument))
                .reduce((_, later) -> later)
                .map(order -> new Picture(new DoseCourse(
                        desk, new MedicationWords(desk, UI.getCurrentOrThrow().getLocale()), grant, order, sheet)));
    }

    private record Picture(DoseCourse component) implements Beside {

        @Override
        public void rated(@Nullable Integer total, @Nullable String band) {
            // It shows what is signed
        }
    }
}
