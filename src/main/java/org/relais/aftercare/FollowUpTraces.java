package org.relais.aftercare;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import org.relais.access.Authority;
import org.relais.access.Grant;
import org.relais.access.Section;
import org.relais.record.NewEntry;
import org.relais.record.Timeline;
import org.relais.shared.Discipline;
import org.relais.shared.EntryId;

/** What a follow-up leaves in the record. */
@Component
class FollowUpTraces {

    private final Timeline timeline;
    private final AftercareDays days;

    FollowUpTraces(Timeline timeline, AftercareDays days) {
        this.timeline = timeline;
        this.days = days;
    }

    /** Who ends an episode writes in the administrative section, everybody else in that of the plan. */
    EntryId answered(Authority authority, FollowUpRow row, FollowUpAnswer answer, Instant now) {
        var section = authority instanceof Grant grant ? grant.section() : Section.ADMINISTRATIVE;
        return timeline.append(
                authority,
                NewEntry.of(
                                row.person(),
                                section,
                                discipline(authority),
                                AftercareDetail.ANSWER,
                                now,
                                row.centre(),
                                row.id())
                        .by(authority.actor().id())
                        .with(Map.of(AftercareDetail.GIVEN, answer.name())));
    }

    EntryId attempted(Grant grant, FollowUpRow row, ContactRow contact, AttemptRow attempt, FollowUpForm form) {
        var detail = new LinkedHashMap<String, String>();
        detail.put(AftercareDetail.MONTHS, String.valueOf(contact.months()));
        detail.put(AftercareDetail.FORM, attempt.form().name());
        detail.put(AftercareDetail.OUTCOME, attempt.outcome().name());
        detail.putAll(said(form));
        return timeline.append(
                grant,
                entry(grant, row, AftercareDetail.ATTEMPT, days.within(row.centre(), attempt.day()), contact)
                        .saying(null, attempt.note())
                        .with(detail));
    }

    EntryId corrected(Grant grant, FollowUpRow row, ContactRow contact, FollowUpForm form, String reason, Instant now) {
        var detail = new LinkedHashMap<String, String>();
        detail.put(AftercareDetail.MONTHS, String.valueOf(contact.months()));
        detail.putAll(said(form));
        return timeline.append(
                grant,
                entry(grant, row, AftercareDetail.CORRECTION, now, contact)
                        .saying(null, reason)
                        .with(detail));
    }

    EntryId notReached(Grant grant, FollowUpRow row, ContactRow contact, Instant now) {
        return timeline.append(
                grant,
                entry(grant, row, AftercareDetail.NOT_REACHED, now, contact)
                        .with(Map.of(AftercareDetail.MONTHS, String.valueOf(contact.months()))));
    }

    private static NewEntry entry(Grant grant, FollowUpRow row, String type, Instant at, ContactRow contact) {
        return NewEntry.of(row.person(), Section.PLAN, discipline(grant), type, at, row.centre(), contact.id())
                .by(grant.actor().id());
    }

    private static Map<String, String> said(FollowUpForm form) {
        var said = new LinkedHashMap<String, String>();
        put(said, AftercareDetail.SUBSTANCE_DAYS, form.substanceDays());
        put(said, AftercareDetail.WORK, form.work());
        put(said, AftercareDetail.HOUSING, form.housing());
        put(said, AftercareDetail.QUALITY_OF_LIFE, form.qualityOfLife());
        put(said, AftercareDetail.CRAVING, form.craving());
        return said;
    }

    private static void put(Map<String, String> said, String name, @Nullable Object value) {
        if (value != null) {
            said.put(name, value.toString());
        }
    }

    private static Discipline discipline(Authority authority) {
        return authority.actor().role().discipline();
    }
}
