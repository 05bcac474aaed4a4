package org.relais.directory.ui;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Optional;

import com.vaadin.flow.router.QueryParameters;
import org.jspecify.annotations.Nullable;

import org.relais.directory.Need;
import org.relais.directory.PartnerFilter;

/** The filter of the directory as an address, so that it can be kept, sent and gone back to. */
final class DirectoryAddress {

    private static final String TEXT = "text";
    private static final String NEED = "need";
    private static final String PLACE = "place";
    private static final String LANGUAGE = "language";
    private static final String SAFE = "safe-place";
    private static final String PEERS = "peer-led";
    private static final String VERIFY = "to-verify";
    private static final String WITHDRAWN = "withdrawn";

    private DirectoryAddress() {}

    /** The filter an address asks for; what it does not understand it leaves out. */
    static PartnerFilter read(QueryParameters parameters) {
        return new PartnerFilter(
                text(parameters, TEXT),
                parameters
                        .getSingleParameter(NEED)
                        .flatMap(DirectoryAddress::need)
                        .orElse(null),
                text(parameters, PLACE),
                text(parameters, LANGUAGE),
                parameters.getSingleParameter(SAFE).isPresent(),
                parameters.getSingleParameter(PEERS).isPresent(),
                parameters.getSingleParameter(VERIFY).isPresent(),
                parameters.getSingleParameter(WITHDRAWN).isPresent());
    }

    static QueryParameters write(PartnerFilter filter) {
        var parameters = new LinkedHashMap<String, String>();
        put(parameters, TEXT, filter.text());
        put(parameters, NEED, filter.need() == null ? null : word(filter.need()));
        put(parameters, PLACE, filter.place());
        put(parameters, LANGUAGE, filter.language());
        put(parameters, SAFE, filter.safePlace() ? "" : null);
        put(parameters, PEERS, filter.peerLed() ? "" : null);
        put(parameters, VERIFY, filter.verificationDue() ? "" : null);
        put(parameters, WITHDRAWN, filter.withdrawnToo() ? "" : null);
        return QueryParameters.simple(parameters);
    }

    private static void put(LinkedHashMap<String, String> parameters, String name, @Nullable String value) {
        if (value != null) {
            parameters.put(name, value);
        }
    }

    private static @Nullable String text(QueryParameters parameters, String name) {
        return parameters
                .getSingleParameter(name)
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .orElse(null);
    }

    private static Optional<Need> need(String asked) {
        return Arrays.stream(Need.values())
                .filter(need -> word(need).equals(asked))
                .findFirst();
    }

    private static String word(Need need) {
        return need.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
