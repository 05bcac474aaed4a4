package org.relais.audit;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.relais.shared.CentreId;
import org.relais.shared.PersonId;

/**
 * Whether the centre of the access had anything to do with the person within some days before or after: each room that
 * meets people tells its own contacts.
 */
public abstract class ContactQuestion implements AccessQuestion {

    public static final String CODE = "contact-within-days";

    @Override
    public final String code() {
        return CODE;
    }

    @Override
    public final Set<UUID> yes(Collection<AskedAccess> asked, QuestionTerms terms) {
        var reach = Duration.ofDays(terms.number("days"));
        if (asked.isEmpty()) {
            return Set.of();
        }
        var times = asked.stream().map(AskedAccess::at).sorted().toList();
        var people = asked.stream().flatMap(each -> each.people().stream()).collect(Collectors.toSet());
        var known = between(
                        people, times.getFirst().minus(reach), times.getLast().plus(reach))
                .stream()
                .collect(Collectors.groupingBy(Contact::person));
        var yes = new HashSet<UUID>();
        for (var access : asked) {
            var from = access.at().minus(reach);
            var until = access.at().plus(reach);
            if (access.people().stream()
                    .flatMap(person -> known.getOrDefault(person, List.of()).stream())
                    .anyMatch(contact -> access.centres().contains(contact.centre()) && contact.meets(from, until))) {
                yes.add(access.row());
            }
        }
        return yes;
    }

    /** What the room knows of these people between two moments, in any centre. */
    protected abstract List<Contact> between(Set<PersonId> people, Instant from, Instant until);

    /**
     * Something a centre had to do with a person.
     *
     * @param until when it was over; null while it lasts
     */
    public record Contact(
            PersonId person,
            CentreId centre,
            Instant from,
            @Nullable Instant until) {

        /** At one moment. */
        public static Contact at(PersonId person, CentreId centre, Instant moment) {
            return new Contact(person, centre, moment, moment);
        }

        boolean meets(Instant earliest, Instant latest) {
            return !from.isAfter(latest) && (until == null || !until.isBefore(earliest));
        }
    }
}
