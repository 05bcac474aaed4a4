package org.relais.therapy;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;

import org.springframework.stereotype.Component;

import org.relais.access.Grant;
import org.relais.centre.Centres;
import org.relais.shared.FreeText;
import org.relais.shared.InvalidInput;

/** Refuses what cannot be signed, field by field. Nothing is clamped or completed. */
@Component
class SessionChecks {

    private static final int LONGEST = 480;

    private final Centres centres;
    private final Clock clock;

    SessionChecks(Centres centres, Clock clock) {
        this.centres = centres;
        this.clock = clock;
    }

    void check(Grant write, SignSession command) {
        if (!write.centres().contains(command.centre())) {
            throw new InvalidInput("centre", "therapy.error.centre");
        }
        checkTimes(command);
        if (command.attendance() == Attendance.BY_PHONE && command.mode() != Mode.TELEPHONE) {
            throw new InvalidInput("mode", "therapy.error.mode");
        }
        if (command.attendance().held() && command.approach() == null) {
            throw new InvalidInput("approach", "shared.error.required");
        }
        FreeText.optionalLine("title", command.title(), FreeText.LINE);
        if (command.attendance().held()) {
            FreeText.require("note", command.note(), FreeText.NOTE);
        } else {
            FreeText.optional("note", command.note(), FreeText.NOTE);
        }
    }

    private void checkTimes(SignSession command) {
        if (command.start().isAfter(clock.instant()) && !command.attendance().calledOff()) {
            throw new InvalidInput("start", "therapy.error.future");
        }
        var minutes = command.minutes();
        if (minutes == null && command.attendance().held()) {
            throw new InvalidInput("minutes", "shared.error.required");
        }
        if (minutes != null && (minutes < 1 || minutes > LONGEST)) {
            throw new InvalidInput("minutes", "therapy.error.minutes", 1, LONGEST);
        }
        var next = command.nextOn();
        if (next != null && next.isBefore(day(command.start(), command))) {
            throw new InvalidInput("nextOn", "therapy.error.next");
        }
    }

    private LocalDate day(Instant instant, SignSession command) {
        var zone = centres.centre(command.centre()).serviceDay().zone();
        return instant.atZone(zone).toLocalDate();
    }
}
