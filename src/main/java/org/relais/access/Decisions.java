package org.relais.access;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

import org.relais.shared.PersonId;
import org.relais.staff.StaffMember;

/**
 * Decides from the matrix, the care relations, the consents, the locks, the protection and the emergency access of the
 * moment, read in one statement. Role alone is not enough, and a relation alone is not either.
 */
@Component
class Decisions {

    /** What an emergency never opens (PRI-06): process notes and anonymous contacts. */
    static final Set<Section> NEVER_IN_EMERGENCY = Set.of(Section.PROCESS_NOTE, Section.HARM_REDUCTION);

    private final FactRows rows;
    private final Policy policy;

    Decisions(FactRows rows, Policy policy) {
        this.rows = rows;
        this.policy = policy;
    }

    Decision decide(StaffMember actor, Question question) {
        if (!policy.everOpens(actor.role(), question.section(), question.right())) {
            return Decision.denied("role");
        }
        var facts = rows.read(actor, question.person());
        if (!facts.known()) {
            return Decision.denied("no-relation");
        }
        var emergency = facts.emergencyUntil() != null;
        if (!facts.related() && (!emergency || NEVER_IN_EMERGENCY.contains(question.section()))) {
            return Decision.denied("no-relation");
        }
        remember(facts.people(), facts.version());
        var closed = emergency ? EnumSet.noneOf(Section.class) : EnumSet.copyOf(lockable(facts));
        var shared = facts.sharedSections();
        if (emergency) {
            shared.addAll(EnumSet.complementOf(EnumSet.copyOf(NEVER_IN_EMERGENCY)));
            // What the emergency does not open stays as the person closed it
            lockable(facts).stream().filter(NEVER_IN_EMERGENCY::contains).forEach(closed::add);
        }
        return new Decision(
                true,
                basis(facts, emergency, shared),
                facts.head(),
                facts.people(),
                levels(actor, question.section(), facts, closed),
                writable(actor, question.section(), facts),
                facts.related() ? facts.centres() : actor.centres(),
                facts.units(),
                shared,
                closed,
                emergency ? Set.of() : facts.lockedUnits(),
                facts.emergencyUntil(),
                facts.nextEnd(),
                facts.version());
    }

    /** The version a grant rests on, read once a request; -1 when there is no such person. */
    long versionOf(Collection<PersonId> people) {
        var request = RequestContextHolder.getRequestAttributes();
        if (request != null
                && request.getAttribute(memo(people), RequestAttributes.SCOPE_REQUEST) instanceof Long known) {
            return known;
        }
        var version = rows.version(people);
        remember(people, version);
        return version;
    }

    /** After a change within this request, the next check reads again. */
    void forget(PersonId person) {
        var request = RequestContextHolder.getRequestAttributes();
        if (request != null) {
            Arrays.stream(request.getAttributeNames(RequestAttributes.SCOPE_REQUEST))
                    .filter(name -> name.startsWith(Decisions.class.getName()) && name.contains(person.toString()))
                    .forEach(name -> request.removeAttribute(name, RequestAttributes.SCOPE_REQUEST));
        }
    }

    private static String basis(Facts facts, boolean emergency, Set<Section> shared) {
        if (emergency) {
            return "emergency";
        }
        return shared.isEmpty() ? "relation" : "relation+consent";
    }

    private static Set<Section> lockable(Facts facts) {
        var closed = EnumSet.noneOf(Section.class);
        facts.lockedSections().stream().filter(Section::lockable).forEach(closed::add);
        return closed;
    }

    private Map<Section, Level> levels(StaffMember actor, Section asked, Facts facts, Set<Section> closed) {
        var levels = new EnumMap<Section, Level>(Section.class);
        var sections = asked == Section.RECORD ? Section.values() : new Section[] {asked};
        for (var section : sections) {
            levels.put(section, level(actor, section, facts, closed));
        }
        return levels;
    }

    // A lock leaves everybody what they wrote themselves, and of the rest that it exists.
    private Level level(StaffMember actor, Section section, Facts facts, Set<Section> closed) {
        if (!facts.related() && NEVER_IN_EMERGENCY.contains(section)) {
            return Level.NONE;
        }
        var level = policy.level(actor.role(), section);
        return closed.contains(section) && level.atLeast(Level.SUMMARY) ? Level.OWN : level;
    }

    private Set<Section> writable(StaffMember actor, Section asked, Facts facts) {
        var sections = asked == Section.RECORD ? Section.values() : new Section[] {asked};
        return Arrays.stream(sections)
                .filter(section -> policy.writable(actor.role(), section))
                .filter(section -> facts.related() || !NEVER_IN_EMERGENCY.contains(section))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Section.class)));
    }

    private static void remember(Collection<PersonId> people, long version) {
        var request = RequestContextHolder.getRequestAttributes();
        if (request != null) {
            request.setAttribute(memo(people), version, RequestAttributes.SCOPE_REQUEST);
        }
    }

    private static String memo(Collection<PersonId> people) {
        return Decisions.class.getName()
                + people.stream().map(PersonId::toString).collect(Collectors.toCollection(TreeSet::new));
    }
}
