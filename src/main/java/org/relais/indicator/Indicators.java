package org.relais.indicator;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import org.relais.access.AccessService;
import org.relais.access.Permission;
import org.relais.access.Scope;
import org.relais.access.Section;
import org.relais.shared.NotFound;
import org.relais.shared.PersonId;

/**
 * The indicators (domain reference H.3) of one's own centres, read from their sums, and the list behind each. People
 * who are hidden from whoever asks are in no figure and in no list, so that both are equal.
 */
@Service
public class Indicators {

    private final FigureReader reader;
    private final SummingUp sums;
    private final FactTable facts;
    private final FigureTable table;
    private final AccessService access;

    Indicators(FigureReader reader, SummingUp sums, FactTable facts, FigureTable table, AccessService access) {
        this.reader = reader;
        this.sums = sums;
        this.facts = facts;
        this.table = table;
        this.access = access;
    }

    /**
     * What each indicator is, as in force on a day, in their order.
     *
     * @param scope over the reports
     */
    public List<IndicatorRule> definitions(Scope scope, LocalDate day) {
        access.require(scope, Section.REPORT);
        return reader.inForce(day).stream()
                .sorted(Comparator.comparingInt(IndicatorRule::order))
                .toList();
    }

    /** Whether any room contributes its facts yet; without, it is "not yet available", never zero. */
    public boolean available(Scope scope, String code) {
        access.require(scope, Section.REPORT);
        return sums.contributed().contains(code);
    }

    /**
     * Up to when everything that was entered is in the figures.
     *
     * @return empty before the first time
     */
    @Transactional(readOnly = true)
    public Optional<Instant> asOf(Scope scope) {
        access.require(scope, Section.REPORT);
        return facts.summedAt();
    }

    /**
     * The figures of some periods, in their order. An indicator with a lag is of the same days so much earlier, because
     * nothing later is ripe; nothing after the report date is counted.
     *
     * @param reportDate the service day on which the question is asked
     * @throws NotFound when a centre is not one of the asker's
     */
    @Transactional(readOnly = true)
    public List<FigureSheet> figures(Scope scope, FigureQuestion question, List<Period> periods, LocalDate reportDate) {
        require(scope, question);
        return reader.figures(scope.hidden(), question, periods, reportDate);
    }

    /**
     * The figures of whole months, the earliest first. A month of an indicator with a lag is that in which its cohort
     * began; months that are not ripe on the report date are empty.
     *
     * @param first any day of the first month
     */
    @Transactional(readOnly = true)
    public Map<LocalDate, FigureSheet> months(
            Scope scope, FigureQuestion question, LocalDate first, int months, LocalDate reportDate) {
        require(scope, question);
        return reader.months(scope.hidden(), question, first, months, reportDate);
    }

    /**
     * A page of what was counted, the latest first: as many lines over all pages as the figure says.
     *
     * @param period as shown; the lag of the indicator is taken off here
     * @param after the last line of the page before; null for the first
     */
    @Transactional
    public List<CountedFact> counted(
            Scope scope,
            String figure,
            FigureQuestion question,
            Period period,
            CountedPart part,
            LocalDate reportDate,
            @Nullable CountedFact after,
            int most) {
        require(scope, question);
        var rule = rule(figure, reportDate).orElseThrow(NotFound::new);
        var window = FigureReader.cut(period.earlier(rule.lagDays()), reportDate.minusDays(rule.lagDays()));
        if (window == null) {
            return List.of();
        }
        var page = rule.measure() == Measure.NIGHTS
                ? table.countedNights(figure, question, window, part, scope.hidden(), after, most)
                : table.counted(figure, question, window, part, scope.hidden(), after, most);
        var people = new LinkedHashSet<PersonId>();
        for (var line : page) {
            if (line.person() != null) {
                people.add(line.person());
            }
        }
        access.show(scope, people);
        return page;
    }

    /** The indicator a figure is or stands beside. */
    private Optional<IndicatorRule> rule(String figure, LocalDate day) {
        return reader.inForce(day).stream()
                .filter(rule -> rule.code().equals(figure) || rule.beside().contains(figure))
                .findFirst();
    }

    private void require(Scope scope, FigureQuestion question) {
        access.require(scope, Section.REPORT);
        access.requirePermission(scope, Permission.AGGREGATES);
        if (!scope.centres().containsAll(question.centres())) {
            throw new NotFound();
        }
    }
}
