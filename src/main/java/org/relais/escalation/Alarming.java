package org.relais.escalation;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import org.relais.access.AccessService;
import org.relais.access.Authority;
import org.relais.access.Grant;
import org.relais.audit.AccessAction;
import org.relais.escalation.AlarmTable.NewAlarm;
import org.relais.shared.AlarmId;
import org.relais.shared.AssessmentId;
import org.relais.shared.CentreId;
import org.relais.shared.PersonId;
import org.relais.shared.StaffId;
import org.relais.shared.UnitId;

/** Raises alarms: one for a rule and a cause, with its row in the access log, in the transaction of what caused it. */
@Component
class Alarming {

    private final AlarmTable table;
    private final AlarmNewsRows news;
    private final AccessService access;
    private final Clock clock;

    Alarming(AlarmTable table, AlarmNewsRows news, AccessService access, Clock clock) {
        this.table = table;
        this.news = news;
        this.access = access;
        this.clock = clock;
    }

    /** Nothing happens when the rule has raised an alarm for this cause already. */
    void raise(Authority authority, Cause cause, EscalationRule rule, List<Reading> readings) {
        if (table.raisedFor(cause.id()).contains(rule.rule().code())) {
            return;
        }
        var alarm = new NewAlarm(
                AlarmId.create(),
                cause.person(),
                cause.centre(),
                unit(authority, cause.centre()),
                rule,
                cause.id(),
                cause.form(),
                readings,
                cause.at(),
                clock.instant(),
                by(authority));
        if (table.insert(alarm)) {
            access.recordChange(authority, cause.person(), AccessAction.CREATE, "alarm", alarm.id());
            news.tell(cause.person(), cause.centre());
        }
    }

    private static @Nullable UnitId unit(Authority authority, CentreId centre) {
        return authority instanceof Grant grant ? grant.unitIn(centre).orElse(null) : null;
    }

    private static @Nullable StaffId by(Authority authority) {
        return authority.actor().isTask() ? null : authority.actor().id();
    }

    /**
     * What an alarm comes from.
     *
     * @param form the form, where it is one
     */
    record Cause(
            UUID id,
            PersonId person,
            CentreId centre,
            @Nullable AssessmentId form,
            Instant at) {}
}
