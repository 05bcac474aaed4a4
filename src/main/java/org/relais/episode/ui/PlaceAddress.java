package org.relais.episode.ui;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

import com.vaadin.flow.router.QueryParameters;
import org.jspecify.annotations.Nullable;

import org.relais.episode.EpisodeKind;
import org.relais.episode.PlaceFilter;
import org.relais.episode.Priority;
import org.relais.shared.CentreId;
import org.relais.shared.EpisodeId;
import org.relais.shared.InvalidInput;

/**
 * What the screen of places shows, as its address says it; what makes no sense in it is left out.
 *
 * @param waiting for whom a place is looked for
 */
record PlaceAddress(
        @Nullable CentreId centre,
        @Nullable Priority priority,
        @Nullable EpisodeKind kind,
        @Nullable EpisodeId waiting) {

    static final PlaceAddress ALL = new PlaceAddress(null, null, null, null);

    static PlaceAddress read(QueryParameters address) {
        return new PlaceAddress(
                parse(address, "centre", CentreId::parse),
                parse(address, "priority", text -> named(Priority.values(), text)),
                parse(address, "kind", text -> named(EpisodeKind.values(), text)),
                parse(address, "for", EpisodeId::parse));
    }

    QueryParameters write() {
        var address = new LinkedHashMap<String, String>();
        put(address, "centre", centre);
        put(address, "priority", priority == null ? null : priority.name().toLowerCase(Locale.ROOT));
        put(address, "kind", kind == null ? null : kind.name().toLowerCase(Locale.ROOT));
        put(address, "for", waiting);
        return QueryParameters.simple(address);
    }

    PlaceFilter filter() {
        return new PlaceFilter(centre, priority, kind, null);
    }

    PlaceAddress in(@Nullable CentreId wanted) {
        return new PlaceAddress(wanted, priority, kind, waiting);
    }

    PlaceAddress of(@Nullable Priority wanted) {
        return new PlaceAddress(centre, wanted, kind, waiting);
    }

    PlaceAddress of(@Nullable EpisodeKind wanted) {
        return new PlaceAddress(centre, priority, wanted, waiting);
    }

    PlaceAddress lookingFor(@Nullable EpisodeId wanted) {
        return new PlaceAddress(centre, priority, kind, wanted);
    }

    private static void put(LinkedHashMap<String, String> address, String key, @Nullable Object value) {
        if (value != null) {
            address.put(key, value.toString());
        }
    }

    private static <T> @Nullable T parse(QueryParameters address, String key, Function<String, T> parser) {
        try {
            return address.getSingleParameter(key).map(parser).orElse(null);
        } catch (InvalidInput nonsense) {
            return null;
        }
    }

    private static <E extends Enum<E>> E named(E[] all, String text) {
        return Optional.of(text)
                .flatMap(name -> Arrays.stream(all)
                        .filter(one -> one.name().equalsIgnoreCase(name))
                        .findFirst())
                .orElseThrow(() -> new InvalidInput("address", "shared.error.required"));
    }
}
