package org.relais.oversight.ui;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;

import com.vaadin.flow.router.QueryParameters;
import org.jspecify.annotations.Nullable;

import org.relais.oversight.HeldRights;
import org.relais.shared.CentreId;
import org.relais.shared.InvalidInput;
import org.relais.staff.Role;

/**
 * Whose rights the page shows, as its address holds it; each part may be missing.
 *
 * @param name words of the name
 */
record RightsQuestion(
        String name, @Nullable CentreId centre, @Nullable Role role, Accounts accounts) {

    /** Which accounts. */
    enum Accounts {
        OPEN,
        DORMANT,
        BEYOND,
        CLOSED;

        String key() {
            return "oversight.rights.accounts." + LogWords.key(name());
        }
    }

    static final RightsQuestion OPEN = new RightsQuestion("", null, null, Accounts.OPEN);

    /** The question an address asks; what it does not understand it leaves out. */
    static RightsQuestion read(QueryParameters parameters) {
        return new RightsQuestion(
                parameters.getSingleParameter("name").orElse(""),
                parameters
                        .getSingleParameter("centre")
                        .map(RightsQuestion::centre)
                        .orElse(null),
                parameters
                        .getSingleParameter("role")
                        .flatMap(word -> Arrays.stream(Role.values())
                                .filter(one -> LogWords.key(one.name()).equals(word))
                                .findFirst())
                        .orElse(null),
                parameters
                        .getSingleParameter("accounts")
                        .flatMap(word -> Arrays.stream(Accounts.values())
                                .filter(one -> LogWords.key(one.name()).equals(word))
                                .findFirst())
                        .orElse(Accounts.OPEN));
    }

    QueryParameters address() {
        var parameters = new LinkedHashMap<String, String>();
        if (!name.isBlank()) {
            parameters.put("name", name);
        }
        if (centre != null) {
            parameters.put("centre", centre.toString());
        }
        if (role != null) {
            parameters.put("role", LogWords.key(role.name()));
        }
        if (accounts != Accounts.OPEN) {
            parameters.put("accounts", LogWords.key(accounts.name()));
        }
        return QueryParameters.simple(parameters);
    }

    boolean keeps(HeldRights rights) {
        var member = rights.holder().member();
        var typed = name.strip().toLowerCase(Locale.ROOT);
        return (role == null || member.role() == role)
                && (centre == null || member.centres().contains(centre))
                && Arrays.stream(typed.split("\\s+"))
                        .allMatch(word -> member.name().toLowerCase(Locale.ROOT).contains(word))
                && switch (accounts) {
                    case OPEN -> member.active();
                    case DORMANT -> rights.dormant();
                    case BEYOND ->
                        rights.given().accesses() > 0 || rights.given().protectedPeople() > 0;
                    case CLOSED -> !member.active();
                };
    }

    private static @Nullable CentreId centre(String word) {
        try {
            return CentreId.parse(word);
        } catch (InvalidInput unread) {
            return null;
        }
    }
}
