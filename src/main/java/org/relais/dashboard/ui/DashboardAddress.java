package org.relais.dashboard.ui;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import com.vaadin.flow.router.QueryParameters;

import org.relais.dashboard.DashboardFilter;
import org.relais.dashboard.DashboardRoutes;
import org.relais.indicator.CountedPart;
import org.relais.indicator.Period;
import org.relais.shared.CentreId;
import org.relais.shared.InvalidInput;
import org.relais.shared.UnitId;

/** The filter of the dashboard as an address: what is looked at can be kept, sent and gone back to. */
final class DashboardAddress {

    static final String FIGURE = "figure";
    static final String PART = "part";

    private static final String CENTRE = "centre";
    private static final String UNIT = "unit";
    private static final String FROM = "from";
    private static final String TO = "to";
    private static final int USUAL_DAYS = 30;

    private DashboardAddress() {}

    /**
     * The filter an address asks for; without days, the last 30.
     *
     * @throws InvalidInput at {@code from} or {@code to} when a day is no day, or the period ends before it begins
     */
    static DashboardFilter read(QueryParameters parameters, LocalDate today) {
        var centres =
                parameters.getParameters(CENTRE).stream().map(CentreId::parse).collect(Collectors.toSet());
        var unit = parameters.getSingleParameter(UNIT).map(UnitId::parse).orElse(null);
        var from = day(parameters, FROM);
        var to = day(parameters, TO);
        var period =
                from.isEmpty() || to.isEmpty() ? Period.ending(today, USUAL_DAYS) : new Period(from.get(), to.get());
        return new DashboardFilter(centres, unit, period);
    }

    static QueryParameters write(DashboardFilter filter) {
        return new QueryParameters(parameters(filter));
    }

    /** The address of the list behind one number under the same filter. */
    static String list(DashboardFilter filter, String figure, CountedPart part) {
        var parameters = parameters(filter);
        parameters.put(FIGURE, List.of(figure));
        parameters.put(PART, List.of(part.name()));
        return DashboardRoutes.LIST + "?" + new QueryParameters(parameters).getQueryString();
    }

    /** The address of the dashboard under a filter. */
    static String dashboard(DashboardFilter filter) {
        return DashboardRoutes.DASHBOARD + "?" + write(filter).getQueryString();
    }

    private static Map<String, List<String>> parameters(DashboardFilter filter) {
        var parameters = new LinkedHashMap<String, List<String>>();
        if (!filter.centres().isEmpty()) {
            var centres = new ArrayList<String>();
            filter.centres().stream().map(CentreId::toString).sorted().forEach(centres::add);
            parameters.put(CENTRE, centres);
        }
        if (filter.unit() != null) {
            parameters.put(UNIT, List.of(filter.unit().toString()));
        }
        parameters.put(FROM, List.of(filter.period().from().toString()));
        parameters.put(TO, List.of(filter.period().to().toString()));
        return parameters;
    }

    private static Optional<LocalDate> day(QueryParameters parameters, String name) {
        try {
            return parameters.getSingleParameter(name).map(LocalDate::parse);
        } catch (DateTimeParseException notADay) {
            throw new InvalidInput(name, "dashboard.error.day");
        }
    }
}
