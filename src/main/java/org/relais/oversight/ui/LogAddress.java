package org.relais.oversight.ui;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import com.vaadin.flow.router.QueryParameters;
import org.jspecify.annotations.Nullable;

import org.relais.audit.AccessAction;
import org.relais.oversight.OversightRoutes;
import org.relais.shared.CentreId;
import org.relais.shared.InvalidInput;
import org.relais.shared.StaffId;
import org.relais.staff.Role;

/** The question to the log in the address, so that a link or a second tab asks the same. */
final class LogAddress {

    private static final String RECORD = "record";
    private static final String STAFF = "staff";
    private static final String CENTRE = "centre";
    private static final String ROLE = "role";
    private static final String ACTION = "action";
    private static final String BASIS = "basis";
    private static final String ALLOWED = "allowed";
    private static final String PERIOD = "period";
    private static final String FROM = "from";
    private static final String UNTIL = "until";

    private LogAddress() {}

    /** The question an address asks; what it does not understand it leaves out. */
    static LogQuestion read(QueryParameters parameters) {
        var period = read(parameters, PERIOD, word -> constant(Period.values(), word))
                .orElse(Period.TODAY);
        var days = period == Period.DAYS;
        return new LogQuestion(
                read(parameters, RECORD, word -> word.isBlank() ? null : word).orElse(null),
                read(parameters, STAFF, StaffId::parse).orElse(null),
                read(parameters, CENTRE, CentreId::parse).orElse(null),
                read(parameters, ROLE, word -> constant(Role.values(), word)).orElse(null),
                read(parameters, ACTION, word -> constant(AccessAction.values(), word))
                        .orElse(null),
                read(parameters, BASIS, word -> LogWords.BASES.contains(word) ? word : null)
                        .orElse(null),
                read(parameters, ALLOWED, word -> word.equals("no") ? Boolean.FALSE : null)
                        .orElse(null),
                period,
                days ? read(parameters, FROM, LocalDate::parse).orElse(null) : null,
                days ? read(parameters, UNTIL, LocalDate::parse).orElse(null) : null);
    }

    static QueryParameters write(LogQuestion question) {
        var parameters = new LinkedHashMap<String, String>();
        put(parameters, RECORD, question.record());
        put(parameters, STAFF, question.staff());
        put(parameters, CENTRE, question.centre());
        put(parameters, ROLE, word(question.role()));
        put(parameters, ACTION, word(question.action()));
        put(parameters, BASIS, question.basis());
        put(parameters, ALLOWED, question.allowed() == null ? null : "no");
        put(
                parameters,
                PERIOD,
                question.period() == Period.TODAY ? null : question.period().word());
        put(parameters, FROM, question.from());
        put(parameters, UNTIL, question.until());
        return QueryParameters.simple(parameters);
    }

    /** The same as a link within the portal. */
    static String link(LogQuestion question) {
        var parameters = write(question).getQueryString();
        return parameters.isEmpty() ? OversightRoutes.LOG : OversightRoutes.LOG + "?" + parameters;
    }

    private static void put(Map<String, String> parameters, String name, @Nullable Object value) {
        if (value != null) {
            parameters.put(name, value.toString());
        }
    }

    private static @Nullable String word(@Nullable Enum<?> constant) {
        return constant == null ? null : LogWords.key(constant.name());
    }

    private static <E extends Enum<E>> @Nullable E constant(E[] values, String word) {
        return Arrays.stream(values)
                .filter(one -> LogWords.key(one.name()).equals(word.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElse(null);
    }

    private static <T> Optional<T> read(
            QueryParameters parameters, String name, Function<String, @Nullable T> reading) {
        return parameters.getSingleParameter(name).flatMap(word -> {
            try {
                return Optional.ofNullable(reading.apply(word));
            } catch (InvalidInput | DateTimeException unread) {
                return Optional.empty();
            }
        });
    }
}
