package org.relais.referral;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import org.relais.access.Grant;
import org.relais.access.Section;
import org.relais.person.PersonRoutes;
import org.relais.record.NewEntry;
import org.relais.record.Timeline;
import org.relais.shared.Discipline;
import org.relais.shared.EntryId;
import org.relais.worklist.NewTask;
import org.relais.worklist.TaskTitle;
import org.relais.worklist.Worklist;

/** What a referral leaves elsewhere: an entry in the record for each change, and a reminder as long as something is awaited. */
@Component
class ReferralTraces {

    private final Timeline timeline;
    private final Worklist worklist;
    private final ReferralDays days;

    ReferralTraces(Timeline timeline, Worklist worklist, ReferralDays days) {
        this.timeline = timeline;
        this.worklist = worklist;
        this.days = days;
    }

    EntryId changed(
            Grant grant,
            PartnerReferralRow row,
            @Nullable ReferralState before,
            PartnerReferralTable.Standing now,
            LocalDate on,
            Instant at) {
        var detail = new LinkedHashMap<String, String>();
        detail.put(ReferralDetail.STATE, now.state().name());
        detail.put(ReferralDetail.RECIPIENT, row.recipientName());
        detail.put(ReferralDetail.ON, on.toString());
        if (before != null) {
            detail.put(ReferralDetail.STATE_BEFORE, before.name());
        }
        if (now.state() == ReferralState.APPOINTMENT && now.appointmentAt() != null) {
            detail.put(ReferralDetail.APPOINTMENT, now.appointmentAt().toString());
        }
        return append(grant, row, now.outcome(), detail, at);
    }

    EntryId exchanged(Grant grant, PartnerReferralRow row, NoteExchange exchange, @Nullable String words, Instant at) {
        var detail = new LinkedHashMap<String, String>();
        detail.put(ReferralDetail.STATE, row.state().name());
        detail.put(ReferralDetail.RECIPIENT, row.recipientName());
        detail.put(ReferralDetail.EXCHANGE, exchange.kind().name());
        detail.put(ReferralDetail.REACHED, String.valueOf(exchange.reached()));
        return append(grant, row, words, detail, at);
    }

    // The entry comes first: a task begins or ends a care relation, and the grant rests on what held before.
    void remind(Grant grant, PartnerReferralRow row) {
        if (row.dueOn() == null) {
            if (row.state() == ReferralState.WITHDRAWN) {
                worklist.cancel(grant, row.id());
            } else {
                worklist.complete(grant, row.id());
            }
            return;
        }
        var dueOn = Objects.requireNonNull(row.dueOn());
        worklist.put(
                grant,
                new NewTask(
                        row.person(),
                        Section.SOCIAL,
                        Discipline.SOCIAL,
                        ReferralDetail.TASK,
                        // Read in summaries: the author's line, never the recipient
                        TaskTitle.key(title(row.state()), row.subject()),
                        days.endOf(row.centre(), dueOn),
                        dueOn,
                        row.createdBy(),
                        null,
                        row.centre(),
                        row.id(),
                        PersonRoutes.record(row.person(), ReferralRoutes.SECTION)));
    }

    private static String title(ReferralState state) {
        return switch (state) {
            case SENT -> "referral.reminder.received";
            case APPOINTMENT -> "referral.reminder.outcome";
            default -> "referral.reminder.appointment";
        };
    }

    private EntryId append(
            Grant grant,
            PartnerReferralRow row,
            @Nullable String text,
            LinkedHashMap<String, String> detail,
            Instant at) {
        return timeline.append(
                grant,
                NewEntry.of(
                                row.person(),
                                Section.SOCIAL,
                                Discipline.SOCIAL,
                                ReferralDetail.TYPE,
                                at,
                                row.centre(),
                                row.id())
                        .by(grant.actor().id())
                        .saying(row.subject(), text)
                        .with(detail));
    }
}
