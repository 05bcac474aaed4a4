package org.relais.plan;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;

import org.relais.access.Grant;
import org.relais.person.PersonService;
import org.relais.person.Relative;
import org.relais.shared.CentreId;
import org.relais.shared.InvalidInput;
import org.relais.shared.RelativeId;
import org.relais.staff.CurrentStaff;

/** Checks who is said to have taken part in a review. */
@Component
class ReviewMembers {

    private final PersonService persons;
    private final CurrentStaff staff;

    ReviewMembers(PersonService persons, CurrentStaff staff) {
        this.persons = persons;
        this.staff = staff;
    }

    /**
     * The same, each once, relatives under the name the record gives them.
     *
     * @throws InvalidInput at {@code members}
     */
    List<ReviewMember> checked(Grant record, CentreId centre, List<ReviewMember> said) {
        if (said.isEmpty()) {
            throw new InvalidInput("members", "plan.review.error.nobody");
        }
        var relatives = said.stream().noneMatch(ReviewMember.CloseOne.class::isInstance)
                ? Map.<RelativeId, Relative>of()
                : persons.head(record).relatives().stream()
                        .collect(Collectors.toMap(Relative::id, Function.identity()));
        var members = new LinkedHashSet<ReviewMember>();
        for (var member : said) {
            members.add(
                    switch (member) {
                        case ReviewMember.ThePerson person -> person;
                        case ReviewMember.Colleague(var id) -> {
                            if (staff.now(id)
                                    .filter(colleague -> colleague.centres().contains(centre)
                                            || id.equals(record.actor().id()))
                                    .isEmpty()) {
                                throw new InvalidInput("members", "plan.review.error.member");
                            }
                            yield new ReviewMember.Colleague(id);
                        }
                        case ReviewMember.CloseOne(var id, var name) -> {
                            var relative = relatives.get(id);
                            if (relative == null) {
                                throw new InvalidInput("members", "plan.review.error.relative");
                            }
                            yield new ReviewMember.CloseOne(id, relative.name());
                        }
                    });
        }
        return List.copyOf(members);
    }
}
