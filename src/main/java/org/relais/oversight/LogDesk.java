package org.relais.oversight;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

import org.relais.access.AccessService;
import org.relais.access.Scope;
import org.relais.access.Section;
import org.relais.audit.LogCount;
import org.relais.audit.LogCursor;
import org.relais.audit.LogFilter;
import org.relais.audit.LogPage;
import org.relais.audit.LogReading;
import org.relais.audit.LoggedAccess;
import org.relais.person.RecordNumbers;
import org.relais.shared.InvalidInput;
import org.relais.shared.PersonId;

/**
 * The access log as an auditor reads it, over all centres: people are the numbers of their records. Every question is a
 * row of the log itself, committed before the log is read.
 */
@Service
public class LogDesk {

    /** Rows on a page. */
    public static final int PAGE = 50;

    /** The most that is counted. */
    public static final int COUNTED = 10_000;

    private static final String TYPE = "access-log";

    private final LogReading log;
    private final RecordNumbers numbers;
    private final AccessService access;

    LogDesk(LogReading log, RecordNumbers numbers, AccessService access) {
        this.log = log;
        this.numbers = numbers;
        this.access = access;
    }

    /**
     * The first page of what the filter asks, and how many rows that would be.
     *
     * @param scope over the access log
     */
    public LogRows first(Scope scope, LogFilter filter) {
        access.requireFull(scope, Section.AUDIT_LOG);
        review(scope, filter);
        return rows(
                scope, log.page(filter, null, PAGE), log.count(filter, COUNTED).orElse(null));
    }

    /**
     * A further page.
     *
     * @param scope over the access log
     * @param after the end of the page before
     */
    public LogRows page(Scope scope, LogFilter filter, LogCursor after) {
        access.requireFull(scope, Section.AUDIT_LOG);
        review(scope, filter);
        return rows(scope, log.page(filter, after, PAGE), null);
    }

    /**
     * How many rows there are since a moment, up to {@link #COUNTED}.
     *
     * @param scope over the access log
     */
    public LogCount since(Scope scope, Instant moment) {
        access.requireFull(scope, Section.AUDIT_LOG);
        var filter = LogFilter.ALL.within(moment, null);
        review(scope, filter);
        return log.count(filter, COUNTED).orElseThrow();
    }

    /**
     * Whose record has the number.
     *
     * @param scope over the access log
     * @throws InvalidInput at {@code record} when it is no record's
     */
    public PersonId person(Scope scope, String number) {
        access.requireFull(scope, Section.AUDIT_LOG);
        return numbers.find(scope, number).orElseThrow(() -> new InvalidInput("record", "oversight.error.record"));
    }

    /**
     * The numbers of the records that the page named which this row tells of.
     *
     * @param scope over the access log
     */
    public List<String> shown(Scope scope, LoggedAccess row) {
        access.requireFull(scope, Section.AUDIT_LOG);
        access.recordReview(scope, null, "access-log-page", null, row.id().toString());
        var people = log.shown(row);
        var named = numbers.of(scope, people);
        return people.stream().map(named::get).filter(Objects::nonNull).toList();
    }

    private void review(Scope scope, LogFilter filter) {
        access.recordReview(scope, filter.person(), TYPE, filter.staff(), filter.toString());
    }

    private LogRows rows(Scope scope, LogPage page, @Nullable LogCount count) {
        var people = page.rows().stream()
                .map(LoggedAccess::person)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        var named = numbers.of(scope, people);
        return new LogRows(
                page.rows().stream().map(row -> row(row, named)).toList(), page.next(), page.cutShort(), count);
    }

    private static LogRow row(LoggedAccess access, Map<PersonId, String> numbers) {
        var person = access.person();
        return new LogRow(access, person == null ? null : numbers.get(person));
    }
}
