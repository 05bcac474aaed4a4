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

/**
 * Whether the person has the given and family name of somebody who works or worked here. A person's record does not say
 * so, so a namesake is found too.
 */
@Component
class ColleaguesRecord implements AccessQuestion {

    private final KnownNames names;
    private final StaffDirectory directory;

    ColleaguesRecord(KnownNames names, StaffDirectory directory) {
        this.names = names;
        this.directory = directory;
    }

    @Override
    public String code() {
        return "record-of-a-colleague";
    }

    @Override
    public Set<UUID> yes(Collection<AskedAccess> asked, QuestionTerms terms) {
        var known = names.of(asked);
        var colleagues = directory.all().stream()
                .map(card -> new KnownNames.Folded(
                        KnownNames.folded(card.givenName()), KnownNames.folded(card.familyName())))
                .filter(name -> !name.given().isEmpty() && !name.family().isEmpty())
                .collect(Collectors.toSet());
        return asked.stream()
                .filter(access -> access.people().stream()
                        .flatMap(person -> KnownNames.in(known, person))
                        .anyMatch(colleagues::contains))
                .map(AskedAccess::row)
                .collect(Collectors.toSet());
    }
}
