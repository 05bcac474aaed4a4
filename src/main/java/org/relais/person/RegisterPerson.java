package org.relais.person;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.relais.shared.CentreId;
import org.relais.shared.PersonId;
import org.relais.shared.UnitId;

/**
 * Registers a person who is new to the service. The same id twice registers once: a double click does nothing.
 *
 * @param id given when the form is opened
 * @param centre one of the registrar's centres
 * @param unit whose staff take part in the care from now on; null for the registrar alone
 * @param alerts only where the registrar's role may write alerts, or in an import
 */
public record RegisterPerson(
        PersonId id,
        CentreId centre,
        @Nullable UnitId unit,
        Identity identity,
        List<AddContact> contacts,
        List<Identifier> identifiers,
        List<AddAlert> alerts) {
    public RegisterPerson {
        contacts = List.copyOf(contacts);
        identifiers = List.copyOf(identifiers);
        alerts = List.copyOf(alerts);
    }

    public RegisterPerson(CentreId centre, @Nullable UnitId unit, Identity identity) {
        this(PersonId.create(), centre, unit, identity, List.of(), List.of(), List.of());
    }

    public RegisterPerson with(AddContact contact) {
        return new RegisterPerson(id, centre, unit, identity, and(contacts, contact), identifiers, alerts);
    }

    public RegisterPerson with(Identifier identifier) {
        return new RegisterPerson(id, centre, unit, identity, contacts, and(identifiers, identifier), alerts);
    }

    public RegisterPerson with(AddAlert alert) {
        return new RegisterPerson(id, centre, unit, identity, contacts, identifiers, and(alerts, alert));
    }

    private static <T> List<T> and(List<T> some, T one) {
        var all = new ArrayList<>(some);
        all.add(one);
        return all;
    }
}
