package org.relais.doors;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.transaction.support.TransactionTemplate;

import org.relais.access.GivenRights;
import org.relais.access.MergedPeople;
import org.relais.access.Scope;
import org.relais.access.Section;
import org.relais.audit.LogCursor;
import org.relais.audit.LogFilter;
import org.relais.audit.VerificationProgress;
import org.relais.oversight.AccessSamples;
import org.relais.oversight.ConcludeFinding;
import org.relais.oversight.ConcludeSampled;
import org.relais.oversight.Conclusion;
import org.relais.oversight.EnterReportRequest;
import org.relais.oversight.ExportWords;
import org.relais.oversight.FindingFilter;
import org.relais.oversight.Handover;
import org.relais.oversight.LeaveOut;
import org.relais.oversight.LogDesk;
import org.relais.oversight.LogExport;
import org.relais.oversight.LogRow;
import org.relais.oversight.LogSeal;
import org.relais.oversight.OwnReports;
import org.relais.oversight.ReportLanguage;
import org.relais.oversight.ReportRequests;
import org.relais.oversight.ReportText;
import org.relais.oversight.RightsReview;
import org.relais.oversight.UnusualAccesses;
import org.relais.person.RecordNumbers;
import org.relais.shared.FindingId;
import org.relais.shared.OversightVerdictId;
import org.relais.shared.ReportFileId;
import org.relais.shared.ReportRequestId;
import org.relais.shared.RightsReviewId;
import org.relais.shared.StaffId;
import org.relais.staff.RightsHolders;
import org.relais.staff.Role;

/** The doors of the auditor's desk. They look over all centres and over everybody, by number. */
@TestComponent
class OversightDoors extends RoomDoors {

    OversightDoors(
            LogDesk desk,
            LogExport exports,
            LogSeal seal,
            RecordNumbers numbers,
            GivenRights given,
            RightsHolders holders,
            RightsReview review,
            UnusualAccesses unusual,
            AccessSamples samples,
            MergedPeople merged,
            ReportRequests requests,
            OwnReports reports,
            TransactionTemplate transaction,
            Clock clock) {
        super(transaction);
        log("LogDesk.first(Scope,LogFilter)", (scope, row) -> desk.first(scope, LogFilter.ALL));
        log(
                "LogDesk.page(Scope,LogFilter,LogCursor)",
                (scope, row) -> desk.page(
                        scope,
                        LogFilter.of(row.person()),
                        new LogCursor(Instant.parse("2099-01-01T00:00:00Z"), new UUID(-1, -1))));
        log("LogDesk.since(Scope,Instant)", (scope, row) -> desk.since(scope, Instant.EPOCH));
        log("LogDesk.person(Scope,String)", (scope, row) -> desk.person(scope, number(numbers, scope, row)));
        log(
                "LogDesk.shown(Scope,LoggedAccess)",
                (scope, row) -> desk.first(scope, LogFilter.of(row.person())).rows().stream()
                        .filter(found -> found.access().people() != null)
                        .map(found -> desk.shown(scope, found.access()))
                        .findFirst());
        log("RecordNumbers.find(Scope,String)", (scope, row) -> numbers.find(scope, number(numbers, scope, row)));
        log(
                "LogExport.write(Scope,LogFilter,String,ExportWords,OutputStream)",
                (scope, row) -> exported(exports, scope, row));
        log("LogSeal.state(Scope)", (scope, row) -> seal.state(scope));
        log(
                "LogSeal.verify(Scope,VerificationProgress)",
                (scope, row) -> seal.verify(scope, VerificationProgress.NONE));
        log(
                "UnusualAccesses.cards(Scope,Instant,Instant)",
                (scope, row) -> unusual.cards(scope, clock.instant().minusSeconds(3600), clock.instant()));
        log("UnusualAccesses.waiting(Scope)", (scope, row) -> unusual.waiting(scope));
        log("UnusualAccesses.rules(Scope)", (scope, row) -> unusual.rules(scope));
        log(
                "UnusualAccesses.list(Scope,FindingFilter,FindingCursor)",
                (scope, row) -> unusual.list(scope, new FindingFilter(FindingFilter.State.ALL, null), null));
        log("UnusualAccesses.detail(Scope,FindingId)", (scope, row) -> unusual.detail(scope, FindingId.create()));
        log(
                "UnusualAccesses.tags(Scope,Collection)",
                (scope, row) -> unusual.tags(
                        scope,
                        desk.first(scope, LogFilter.of(row.person())).rows().stream()
                                .map(LogRow::access)
                                .toList()));
        log("UnusualAccesses.conclude(Scope,ConcludeFinding)", (scope, row) -> {
            unusual.conclude(
                    scope,
                    new ConcludeFinding(
                            OversightVerdictId.create(),
                            FindingId.create(),
                            null,
                            Conclusion.JUSTIFIED,
                            "Was on duty"));
            return "done";
        });
        log("AccessSamples.all(Scope)", (scope, row) -> samples.all(scope));
        log("AccessSamples.sheet(Scope,YearMonth)", (scope, row) -> samples.sheet(scope, YearMonth.of(2000, 1)));
        log("AccessSamples.conclude(Scope,ConcludeSampled)", (scope, row) -> {
            samples.conclude(
                    scope,
                    new ConcludeSampled(
                            OversightVerdictId.create(), YearMonth.of(2000, 1), 1, null, Conclusion.JUSTIFIED, null));
            return "done";
        });
        log("AccessSamples.sign(Scope,YearMonth)", (scope, row) -> {
            samples.sign(scope, YearMonth.of(2000, 1));
            return "done";
        });
        add(new Door(
                "MergedPeople.groups(Scope,Collection)",
                Section.AUDIT_LOG,
                Door.Kind.TASK,
                Set.of(),
                null,
                (pass, row) -> merged.groups((Scope) pass, Set.of(row.person()))));
        task("MergedPeople.heads(Scope,Collection)", (scope, row) -> merged.heads(scope, Set.of(row.person())));
        task(
                "MergedPeople.page(Scope,Collection,PersonId,int)",
                (scope, row) -> merged.page(scope, Set.of(row.person()), null, 1));
        log("MergedPeople.of(Scope,PersonId)", (scope, row) -> merged.of(scope, row.person()));
        log("ReportRequests.waiting(Scope)", (scope, row) -> requests.waiting(scope));
        log("ReportRequests.answered(Scope)", (scope, row) -> requests.answered(scope));
        log("ReportRequests.rule(Scope)", (scope, row) -> requests.rule(scope));
        log(
                "ReportRequests.find(Scope,ReportRequestId)",
                (scope, row) -> requests.find(scope, entered(requests, numbers, clock, scope, row)));
        log(
                "ReportRequests.enter(Scope,EnterReportRequest)",
                (scope, row) -> entered(requests, numbers, clock, scope, row));
        log("ReportRequests.leaveOut(Scope,LeaveOut)", (scope, row) -> {
            var id = entered(requests, numbers, clock, scope, row);
            requests.leaveOut(
                    scope, new LeaveOut(UUID.randomUUID(), id, StaffId.create(), true, "They were threatened"));
            return "done";
        });
        log("ReportRequests.answer(Scope,ReportRequestId,ReportFileId)", (scope, row) -> {
            requests.answer(scope, ReportRequestId.create(), ReportFileId.create());
            return "done";
        });
        log(
                "OwnReports.report(Scope,ReportRequestId)",
                (scope, row) -> reports.report(scope, entered(requests, numbers, clock, scope, row)));
        log("OwnReports.write(Scope,ReportRequestId,ReportFileId,Instant,ReportWords,OutputStream)", (scope, row) -> {
            var id = entered(requests, numbers, clock, scope, row);
            try (var out = new ByteArrayOutputStream()) {
                reports.write(
                        scope,
                        id,
                        ReportFileId.create(),
                        clock.instant(),
                        report -> new ReportText(Locale.ENGLISH, "Report", List.of(), List.of(), List.of()),
                        out);
                return out.size();
            } catch (IOException unwritten) {
                throw new UncheckedIOException(unwritten);
            }
        });
        log("GivenRights.byStaff(Scope)", (scope, row) -> given.byStaff(scope));
        add(new Door(
                "RightsHolders.all()", null, Door.Kind.ROLE, Set.of(Role.AUDITOR), null, (pass, row) -> holders.all()));
        log("RightsReview.state(Scope)", (scope, row) -> review.state(scope));
        log("RightsReview.sign(Scope,RightsReviewId,String)", (scope, row) -> {
            review.sign(scope, RightsReviewId.create(), "another state");
            return null;
        });
        log("RecordNumbers.of(Scope,Collection)", (scope, row) -> numbers.of(scope, Set.of(row.person())));
    }

    private static String exported(LogExport exports, Scope scope, Fixture row) {
        var out = new ByteArrayOutputStream();
        try {
            exports.write(scope, LogFilter.of(row.person()), "one record", new Columns(), out);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    private static ReportRequestId entered(
            ReportRequests requests, RecordNumbers numbers, Clock clock, Scope scope, Fixture row) {
        var id = ReportRequestId.create();
        requests.enter(
                scope,
                new EnterReportRequest(
                        id,
                        number(numbers, scope, row),
                        LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC),
                        ReportLanguage.FRENCH,
                        Handover.IN_PERSON));
        return id;
    }

    private static String number(RecordNumbers numbers, Scope scope, Fixture row) {
        return Objects.requireNonNullElse(
                numbers.of(scope, Set.of(row.person())).get(row.person()), "RL-10000");
    }

    /** A scope of a role that reads the access log. */
    private void log(String key, BiFunction<Scope, Fixture, @Nullable Object> call) {
        add(new Door(
                key,
                Section.AUDIT_LOG,
                Door.Kind.FULL_LIST,
                Set.of(),
                null,
                (pass, row) -> call.apply((Scope) pass, row)));
    }

    /** Every field of a row as it stands. */
    private static final class Columns implements ExportWords {

        @Override
        public String text(String key, Object... arguments) {
            return key;
        }

        @Override
        public List<String> columns() {
            return List.of("row");
        }

        @Override
        public List<String> cells(LogRow row) {
            return List.of(row.toString());
        }
    }
}
