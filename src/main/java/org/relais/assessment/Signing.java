package org.relais.assessment;

import java.time.Clock;
import java.util.Optional;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

import org.relais.access.AccessService;
import org.relais.access.Grant;
import org.relais.access.Section;
import org.relais.assessment.Forms.Earlier;
import org.relais.audit.AccessAction;
import org.relais.record.Amendment;
import org.relais.record.Drafts;
import org.relais.record.NewEntry;
import org.relais.record.Timeline;
import org.relais.shared.AssessmentId;
import org.relais.shared.CentreId;
import org.relais.shared.Conflict;
import org.relais.shared.Discipline;
import org.relais.shared.EntryId;
import org.relais.shared.FreeText;
import org.relais.shared.InvalidInput;
import org.relais.shared.NotFound;

/** What signing any form has in common: once, in one transaction, with its entry and its row in the access log. */
@Component
class Signing {

    /** The shortest reason for a correction, in characters. */
    static final int SHORTEST_REASON = 10;

    private final Forms forms;
    private final Timeline timeline;
    private final Drafts drafts;
    private final AccessService access;
    private final Clock clock;
    private final TransactionTemplate transaction;

    Signing(
            Forms forms,
            Timeline timeline,
            Drafts drafts,
            AccessService access,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.forms = forms;
        this.timeline = timeline;
        this.drafts = drafts;
        this.access = access;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
        this.transaction.setIsolationLevel(TransactionDefinition.ISOLATION_READ_COMMITTED);
    }

    /** Signs once: a second click with the same id, before or during the first, gives what the first one signed. */
    SignedAssessment once(Grant write, AssessmentId id, Supplier<SignedAssessment> sign) {
        try {
            return required(() -> forms.signed(write, id).orElseGet(sign));
        } catch (DuplicateKeyException twice) {
            return required(
                    () -> forms.signed(write, id).orElseThrow(() -> new Conflict("assessment.error.already-signed")));
        }
    }

    /** Refuses a centre in which the author takes no part. */
    void requireCentre(Grant write, CentreId centre) {
        if (!write.centres().contains(centre)) {
            throw new InvalidInput("centre", "assessment.error.centre");
        }
    }

    /** The form that is corrected, locked; empty when nothing is. */
    Optional<Earlier> corrected(Grant write, String instrument, @Nullable Correction correction) {
        if (correction == null) {
            return Optional.empty();
        }
        var earlier = forms.earlier(write, correction.supersedes()).orElseThrow(NotFound::new);
        if (!earlier.instrument().equals(instrument)) {
            throw new InvalidInput("correction", "assessment.error.other-instrument");
        }
        if (!earlier.scorer().equals(write.actor().id())) {
            throw new Conflict("assessment.error.not-the-scorer");
        }
        if (!earlier.newest()) {
            throw new Conflict("assessment.error.already-corrected");
        }
        var reason = FreeText.require("correctionReason", correction.reason(), FreeText.NOTE);
        if (reason.codePointCount(0, reason.length()) < SHORTEST_REASON) {
            throw new InvalidInput("correctionReason", "assessment.error.reason-too-short", SHORTEST_REASON);
        }
        return Optional.of(earlier);
    }

    /** Stores the form with its entry; the caller adds what was filled in. */
    SignedAssessment store(
            Grant write, Form form, String type, @Nullable String title, EntryDetail detail, Links links) {
        var draft = links.draft();
        if (draft != null) {
            var signed = drafts.sign(write, draft.id(), draft.expectedVersion());
            if (signed.isPresent()) {
                throw new DuplicateKeyException("Signed meanwhile, by a second click or from another tab");
            }
        }
        var entry = NewEntry.of(
                        write.person(),
                        Section.MEDICAL,
                        Discipline.MEDICAL,
                        type,
                        form.occurredAt(),
                        form.centre(),
                        form.id())
                .by(write.actor().id())
                .saying(title, form.comment())
                .with(detail.texts());
        var id = timeline.append(write, draft == null ? entry : entry.signedFrom(draft.id()));
        var correction = links.correction();
        if (correction != null && links.earlier() != null) {
            tellCorrection(write, form, type, correction, links.earlier());
        }
        forms.insert(write, form, correction == null ? null : correction.supersedes(), id, clock.instant());
        access.recordChange(write, write.person(), AccessAction.SIGN, "assessment", form.id());
        return new SignedAssessment(form.id(), id);
    }

    // A form that was not finished is completed; one that was wrong is taken back.
    private void tellCorrection(Grant write, Form form, String type, Correction correction, Earlier earlier) {
        EntryId old = earlier.entry();
        timeline.append(
                write,
                NewEntry.of(
                                earlier.person(),
                                Section.MEDICAL,
                                Discipline.MEDICAL,
                                type,
                                clock.instant(),
                                form.centre(),
                                form.id())
                        .by(write.actor().id())
                        .saying(null, correction.reason())
                        .amending(
                                old,
                                earlier.status() == AssessmentStatus.INCOMPLETE
                                        ? Amendment.ADDENDUM
                                        : Amendment.ENTERED_IN_ERROR));
    }

    private SignedAssessment required(Supplier<SignedAssessment> act) {
        var signed = transaction.execute(status -> act.get());
        if (signed == null) {
            throw new IllegalStateException("A transaction gave nothing");
        }
        return signed;
    }

    record Links(
            @Nullable Correction correction,
            @Nullable Earlier earlier,
            @Nullable SignedDraft draft) {}
}
