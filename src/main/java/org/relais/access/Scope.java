package org.relais.access;

import java.util.Set;
import java.util.UUID;

import org.relais.shared.CentreId;
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

    Scope(StaffMember actor, Section section, Purpose purpose, Level level, UUID query) {
        this.actor = actor;
        this.section = section;
        this.purpose = purpose;
        this.level = level;
        this.query = query;
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

    /** The log row of the question. */
    UUID query() {
        return query;
    }
}
