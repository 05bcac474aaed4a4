package org.relais.medication;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import org.relais.access.AccessService;
import org.relais.access.Grant;
import org.relais.access.Section;
import org.relais.audit.AccessAction;
import org.relais.record.Amendment;
import org.relais.record.NewEntry;
import org.relais.record.Timeline;
import org.relais.shared.CentreId;
import org.relais.shared.Discipline;
import org.relais.shared.EntryId;
import org.relais.shared.Id;
import org.relais.shared.PersonId;

/** What each act of this room leaves in the record and in the access log. Titles stay empty: a summary names no drug. */
@Component
class MedicationTraces {

    private final Timeline timeline;
    private final AccessService access;

    MedicationTraces(Timeline timeline, AccessService access) {
        this.timeline = timeline;
        this.access = access;
    }

    EntryId order(Grant write, MedicationOrder order, SignOrder command) {
        var detail = drug(order.drug());
        detail.put(MedicationDetail.REGIMEN, RegimenText.write(order.regimen()));
        detail.put(MedicationDetail.INDICATION, order.indication());
        if (order.replaces() != null) {
            detail.put(MedicationDetail.REPLACES, order.replaces().toString());
        }
        var override = command.override();
        if (override != null) {
            detail.put(MedicationDetail.OVERRIDE, override.reason());
            detail.put(MedicationDetail.OVERRIDE_TEXT, override.text());
        }
        return append(
                write,
                write.person(),
                EntryTypes.ORDER,
                order.signedAt(),
                order.centre(),
                order.id(),
                order.note(),
                detail);
    }

    EntryId stop(Grant write, MedicationOrder order, String reason, CentreId centre, Instant now) {
        return append(write, write.person(), EntryTypes.STOP, now, centre, order.id(), reason, drug(order.drug()));
    }

    EntryId dose(Grant write, Administration row) {
        var detail = drug(row.drug());
        detail.put(MedicationDetail.OUTCOME, row.outcome().name());
        put(detail, MedicationDetail.DOSE, row.dose());
        put(detail, MedicationDetail.ORDERED, row.orderedDose());
        put(detail, MedicationDetail.REASON, row.reason());
        put(
                detail,
                MedicationDetail.SLOT,
                row.slot() == null ? null : row.slot().time());
        detail.put(MedicationDetail.KIND, row.kind().name());
        return append(
                write, row.person(), EntryTypes.DOSE, row.observedAt(), row.centre(), row.id(), row.words(), detail);
    }

    EntryId recheck(Grant write, Administration dose, RecheckDose command, CentreId centre, @Nullable String remark) {
        var detail = drug(dose.drug());
        put(detail, MedicationDetail.DOSE, dose.dose());
        detail.put(MedicationDetail.EFFECT, command.effect().name());
        return append(
                write, dose.person(), EntryTypes.RECHECK, command.observedAt(), centre, dose.id(), remark, detail);
    }

    void takeBack(Grant write, Administration earlier, CentreId centre, String reason, Instant now) {
        timeline.append(
                write,
                NewEntry.of(
                                earlier.person(),
                                Section.MEDICAL,
                                Discipline.MEDICAL,
                                EntryTypes.DOSE,
                                now,
                                centre,
                                earlier.id())
                        .by(write.actor().id())
                        .saying(null, reason)
                        .amending(earlier.entry(), Amendment.ENTERED_IN_ERROR));
    }

    void log(Grant write, AccessAction action, String type, Id id) {
        access.recordChange(write, write.person(), action, type, id);
    }

    private EntryId append(
            Grant write,
            PersonId person,
            String type,
            Instant at,
            CentreId centre,
            Id source,
            @Nullable String text,
            Map<String, String> detail) {
        return timeline.append(
                write,
                NewEntry.of(person, Section.MEDICAL, Discipline.MEDICAL, type, at, centre, source)
                        .by(write.actor().id())
                        .saying(null, text)
                        .with(detail));
    }

    private static Map<String, String> drug(OrderedDrug drug) {
        var detail = new HashMap<String, String>();
        detail.put(MedicationDetail.DRUG, drug.name());
        detail.put(MedicationDetail.UNIT, drug.unit());
        detail.put(MedicationDetail.ROUTE, drug.route().name());
        put(detail, MedicationDetail.STRENGTH, drug.strength());
        return detail;
    }

    private static void put(Map<String, String> detail, String key, @Nullable Object value) {
        if (value != null) {
            detail.put(key, value.toString());
        }
    }
}
