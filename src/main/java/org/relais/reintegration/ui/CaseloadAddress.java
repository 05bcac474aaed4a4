package org.relais.reintegration.ui;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;

import com.vaadin.flow.router.QueryParameters;

import org.relais.reintegration.CaseloadFilter;
import org.relais.reintegration.CaseloadFilter.Whose;
import org.relais.reintegration.StepDomain;

/** The filter of the caseload in the address, so that a link or a second tab shows the same. */
final class CaseloadAddress {

    private static final String WHOSE = "whose";
    private static final String DOMAIN = "domain";
    private static final String OVERDUE = "overdue";
    private static final String STUCK = "stuck";

    private CaseloadAddress() {}

    /** The filter an address asks for; what it does not understand it leaves out. */
    static CaseloadFilter read(QueryParameters parameters) {
        var domain = parameters
                .getSingleParameter(DOMAIN)
                .flatMap(asked -> Arrays.stream(StepDomain.values())
                        .filter(one -> word(one).equals(asked))
                        .findFirst())
                .orElse(null);
        var team = parameters
                .getSingleParameter(WHOSE)
                .filter(word(Whose.TEAM)::equals)
                .isPresent();
        return new CaseloadFilter(
                team ? Whose.TEAM : Whose.MINE,
                domain,
                parameters.getSingleParameter(OVERDUE).isPresent(),
                parameters.getSingleParameter(STUCK).isPresent());
    }

    static QueryParameters write(CaseloadFilter filter) {
        var parameters = new LinkedHashMap<String, String>();
        if (filter.whose() == Whose.TEAM) {
            parameters.put(WHOSE, word(Whose.TEAM));
        }
        if (filter.domain() != null) {
            parameters.put(DOMAIN, word(filter.domain()));
        }
        if (filter.overdueOnly()) {
            parameters.put(OVERDUE, "");
        }
        if (filter.stuckOnly()) {
            parameters.put(STUCK, "");
        }
        return QueryParameters.simple(parameters);
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
