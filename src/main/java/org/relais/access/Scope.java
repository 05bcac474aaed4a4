package org.relais.access;

import java.util.Set;
import java.util.UUID;

import org.relais.shared.CentreId;
import org.relais.shared.PersonId;
import org.relais.shared.UnitId;
import org.relais.staff.StaffMember;

/**
 * The pass to lists of people in one's centres, or to a named background task. Only {@link AccessService} makes one,
 * after the query's row is in the access log; the people named on a page are logged before the page is shown.
 */
public final class Scope implements Authority {

    private final StaffMember actor;
    private final Section section;
    private final Purpose purpose;
    private final Level level;
    private final UUID query;
    private final Set<PersonId> hidden;
    private final Set<PersonId> beyond;

    Scope(
            StaffMember actor,
            Section section,
            Purpose purpose,
            Level level,
            UUID query,
            Set<PersonId> hidden,
            Set<PersonId> beyond) {
        this.actor = actor;
        this.section = section;
        this.purpose = purpose;
        this.level = level;
        this.query = query;
        this.hidden = Set.copyOf(hidden);
        this.beyond = Set.copyOf(beyond);
    }

    @Override
    public StaffMember actor() {
        return actor;
    }

    public Section section() {
        return section;
    }

    public Purpose purpose() {
        return purpose;
    }

    /** How much of the section the actor's role may read. */
    public Level level() {
        return level;
    }

    /** The centres whose people may be named. */
    public Set<CentreId> centres() {
        return actor.centres();
    }

    /** The units the actor is named for, beside the centres where they work in all. */
    public Set<UnitId> units() {
        return actor.units();
    }

    /**
     * The protected people who do not name the actor: they are in no list, count or suggestion. Every query under this
     * scope leaves them out; {@link AccessService#show} holds it to that.
     */
    public Set<PersonId> hidden() {
        return hidden;
    }

    /** The people of other centres for whom the actor was given a task or an access: they may be named too. */
    public Set<PersonId> beyond() {
        return beyond;
    }

    /** The log row of the question. */
    UUID query() {
        return query;
    }
}
