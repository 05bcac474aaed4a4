package org.relais.person;

import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;

import org.relais.audit.AccessQuestion;
import org.relais.audit.AskedAccess;
import org.relais.audit.QuestionTerms;
import org.relais.staff.StaffDirectory;

/** Whether the person is or was known by the family name of the member of staff. */
@Component
class SameSurname implements AccessQuestion {

    private final KnownNames names;
    private final StaffDirectory directory;

    SameSurname(KnownNames names, StaffDirectory directory) {
        this.names = names;
        this.directory = directory;
    }

    @Override
    public String code() {
        return "same-surname";
    }

    @Override
    public Set<UUID> yes(Collection<AskedAccess> asked, QuestionTerms terms) {
        var known = names.of(asked);
        return asked.stream()
                .filter(access -> directory
                        .find(access.actor())
                        .map(card -> KnownNames.folded(card.familyName()))
                        .filter(surname -> !surname.isEmpty())
                        .filter(surname -> access.people().stream()
                                .flatMap(person -> KnownNames.in(known, person))
                                .anyMatch(name -> name.family().equals(surname)))
                        .isPresent())
                .map(AskedAccess::row)
                .collect(Collectors.toSet());
    }
}
