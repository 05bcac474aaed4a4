package org.relais.dashboard;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import org.relais.access.AccessService;
import org.relais.access.EmergencyReviews;
import org.relais.access.Permission;
import org.relais.access.Scope;
import org.relais.access.Section;
import org.relais.audit.AccessAction;
import org.relais.centre.Centre;
import org.relais.centre.Centres;
import org.relais.centre.ClosedDay;
import org.relais.centre.WorkingDays;
import org.relais.indicator.CountedFact;
import org.relais.indicator.CountedPart;
import org.relais.indicator.FigureQuestion;
import org.relais.indicator.IndicatorRule;
import org.relais.indicator.Indicators;
import org.relais.indicator.Measure;
import org.relais.indicator.Period;
import org.relais.indicator.Place;
import org.relais.indicator.PresentItem;
import org.relais.indicator.PresentSource;
import org.relais.person.PersonName;
import org.relais.person.PersonService;
import org.relais.shared.InvalidInput;
import org.relais.shared.NotFound;
import org.relais.shared.PersonId;
import org.relais.shared.StaffId;
import org.relais.staff.StaffCard;
import org.relais.staff.StaffDirectory;

/**
 * Gathers what a coordinator sees of their own centres. Every list has as many lines as its number says; whom a line is
 * about is told only to those whose role may learn it.
 */
@Service
public class Dashboards {

    /** The emergency accesses that wait for a review, among what stands now. */
    public static final String REVIEWS = "EMERGENCY_REVIEWS";

    private static final int MONTHS = 12;

    private final Indicators indicators;
    private final List<PresentSource> sources;
    private final EmergencyReviews reviews;
    private final AccessService access;
    private final Centres centres;
    private final WorkingDays workingDays;
    private final PersonService persons;
    private final StaffDirectory staff;
    private final Clock clock;

    Dashboards(
            Indicators indicators,
            List<PresentSource> sources,
            EmergencyReviews reviews,
            AccessService access,
            Centres centres,
            WorkingDays workingDays,
            PersonService persons,
            StaffDirectory staff,
            Clock clock) {
        this.indicators = indicators;
        this.sources = List.copyOf(sources);
        this.reviews = reviews;
        this.access = access;
        this.centres = centres;
        this.workingDays = workingDays;
        this.persons = persons;
        this.staff = staff;
        this.clock = clock;
    }

    /** The asker's centres, by name. */
    public List<Centre> centres(Scope reports) {
        access.require(reports, Section.REPORT);
        access.requirePermission(reports, Permission.AGGREGATES);
        return centres.all().stream()
                .filter(centre -> reports.centres().contains(centre.id()))
                .sorted(Comparator.comparing(Centre::name))
                .toList();
    }

    /** The service day on which the asker's centres stand; of several time zones, the one furthest behind. */
    public LocalDate today(Scope reports) {
        var now = clock.instant();
        return centres(reports).stream()
                .map(centre -> centre.serviceDay().of(now))
                .min(LocalDate::compareTo)
                .orElseGet(() -> LocalDate.ofInstant(now, ZoneOffset.UTC));
    }

    /**
     * The figures of a period.
     *
     * @param reports over the reports
     * @throws NotFound when a centre or the unit is not the asker's
     * @throws InvalidInput at {@code from} when the period begins after today
     */
    public DashboardPage page(Scope reports, DashboardFilter filter) {
        access.require(reports, Section.REPORT);
        var asked = asked(reports, filter);
        var today = today(reports);
        if (filter.period().from().isAfter(today)) {
            throw new InvalidInput("from", "dashboard.error.future");
        }
        var question = question(asked, filter);
        var period = filter.period();
        var sheets = indicators.figures(reports, question, List.of(period, period.before()), today);
        var last = period.to().isAfter(today) ? today : period.to();
        var months = new TreeMap<>(
                indicators.months(reports, question, last.withDayOfMonth(1).minusMonths(MONTHS - 1L), MONTHS, today));
        var definitions = indicators.definitions(reports, today);
        return new DashboardPage(
                asked,
                today,
                indicators.asOf(reports).orElse(null),
                definitions,
                definitions.stream()
                        .collect(Collectors.toMap(
                                IndicatorRule::code, rule -> indicators.available(reports, rule.code()))),
                sheets.getFirst(),
                sheets.getLast(),
                months,
                asked.stream().filter(centre -> closed(centre, period)).toList());
    }

    // A ward is closed on no day but those it says; a centre without beds is open on working days
    private boolean closed(Centre centre, Period period) {
        var days = centres.closedDays(centre.id()).stream().map(ClosedDay::day).collect(Collectors.toSet());
        var beds = centre.units().stream().anyMatch(unit -> !unit.beds().isEmpty());
        return period.from()
                .datesUntil(period.to().plusDays(1))
                .allMatch(day -> days.contains(day) || (!beds && !workingDays.isWorkingDay(centre, day)));
    }

    /**
     * What stands so now, whatever the period is.
     *
     * @param reports over the reports
     * @param people over the administrative section; null for a role without it, who sees no emergency accesses
     */
    public PresentPage present(Scope reports, @Nullable Scope people, DashboardFilter filter) {
        access.require(reports, Section.REPORT);
        var question = question(asked(reports, filter), filter);
        var items = new LinkedHashMap<String, List<PresentItem>>();
        for (var source : sources) {
            items.put(source.code(), within(question, source.items(reports, question.centres())));
        }
        items.put(REVIEWS, within(question, reviews(people)));
        return new PresentPage(items);
    }

    /**
     * Logs that figures, or the lines behind one, leave the portal as a file; committed before the file is made.
     *
     * @param what {@code figures}, {@code trend}, or the code of the number whose lines they are
     */
    @Transactional
    public void exported(Scope reports, DashboardFilter filter, String what) {
        access.require(reports, Section.REPORT);
        for (var centre : asked(reports, filter)) {
            access.recordAct(reports, AccessAction.EXPORT, "dashboard-" + what.toLowerCase(Locale.ROOT), centre.id());
        }
    }

    /** Every line behind a number of the present. */
    public List<DashboardLine> present(Scope reports, @Nullable Scope people, DashboardFilter filter, String code) {
        var items = present(reports, people, filter).of(code);
        var section = sources.stream()
                .filter(source -> source.code().equals(code))
                .map(PresentSource::section)
                .findFirst()
                .or(() -> code.equals(REVIEWS) ? Optional.of(Section.ADMINISTRATIVE) : Optional.empty())
                .orElseThrow(NotFound::new);
        var named = named(
                people,
                section,
                items.stream().map(PresentItem::person).filter(Objects::nonNull).toList());
        return items.stream()
                .map(item -> {
                    var person = named == null ? null : item.person();
                    return new DashboardLine(
                            item.place(),
                            person,
                            person == null || named == null ? null : named.get(person),
                            staff(item.staff()),
                            item.since(),
                            null,
                            item.counted(),
                            item.urgent(),
                            null,
                            null);
                })
                .toList();
    }

    /**
     * A page of the lines behind a figure.
     *
     * @param people over the administrative section; null for a role without it
     * @param after the last line of the page before; null for the first
     */
    public List<DashboardLine> counted(
            Scope reports,
            @Nullable Scope people,
            DashboardFilter filter,
            String figure,
            CountedPart part,
            @Nullable CountedFact after,
            int most) {
        var question = question(asked(reports, filter), filter);
        var today = today(reports);
        var rule = rule(reports, figure, today);
        var page = indicators.counted(reports, figure, question, filter.period(), part, today, after, most);
        var named = named(
                people,
                rule.section(),
                page.stream().map(CountedFact::person).filter(Objects::nonNull).toList());
        return page.stream()
                .map(fact -> {
                    var person = named == null ? null : fact.person();
                    return new DashboardLine(
                            fact.place(),
                            person,
                            person == null || named == null ? null : named.get(person),
                            null,
                            null,
                            fact.day(),
                            fact.numerator() > 0,
                            false,
                            rule.measure() == Measure.NIGHTS
                                    ? Long.valueOf(Math.max(fact.numerator(), fact.denominator()))
                                    : fact.amount() == null ? null : Long.valueOf(fact.amount()),
                            fact);
                })
                .toList();
    }

    /**
     * The indicator that a figure is, or stands beside.
     *
     * @throws NotFound when there is none
     */
    public IndicatorRule rule(Scope reports, String figure, LocalDate day) {
        return indicators.definitions(reports, day).stream()
                .filter(rule -> rule.code().equals(figure) || rule.beside().contains(figure))
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    private List<Centre> asked(Scope reports, DashboardFilter filter) {
        var mine = centres(reports);
        if (mine.isEmpty()
                || !mine.stream().map(Centre::id).collect(Collectors.toSet()).containsAll(filter.centres())) {
            throw new NotFound();
        }
        var asked = mine.stream()
                .filter(centre -> filter.centres().isEmpty() || filter.centres().contains(centre.id()))
                .toList();
        if (filter.unit() != null
                && asked.stream().noneMatch(centre -> centre.unit(filter.unit()).isPresent())) {
            throw new NotFound();
        }
        return asked;
    }

    private static FigureQuestion question(List<Centre> asked, DashboardFilter filter) {
        return new FigureQuestion(
                asked.stream().map(Centre::id).collect(Collectors.toSet()),
                filter.unit() == null ? Set.of() : Set.of(filter.unit()));
    }

    private static List<PresentItem> within(FigureQuestion question, List<PresentItem> items) {
        return items.stream().filter(item -> question.asks(item.place())).toList();
    }

    private List<PresentItem> reviews(@Nullable Scope people) {
        if (people == null || !access.rolePermits(Permission.GRANT_ACCESS)) {
            return List.of();
        }
        return reviews.waiting(people).stream()
                .map(review -> new PresentItem(
                        review.id().value(),
                        new Place(review.centre(), null),
                        review.person(),
                        review.staff(),
                        review.from(),
                        true,
                        false))
                .toList();
    }

    // Null when the reader's role may not learn whom it is about
    private @Nullable Map<PersonId, PersonName> named(
            @Nullable Scope people, Section section, Collection<PersonId> asked) {
        if (people == null || !access.opens(people.actor().role(), section)) {
            return null;
        }
        return asked.isEmpty()
                ? Map.of()
                : persons.names(people, asked.stream().distinct().toList());
    }

    private @Nullable String staff(@Nullable StaffId id) {
        return id == null ? null : staff.find(id).map(StaffCard::name).orElse(null);
    }
}
