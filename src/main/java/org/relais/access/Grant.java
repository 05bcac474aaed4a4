package org.relais.access;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.relais.shared.CentreId;
import org.relais.shared.PersonId;
import org.relais.shared.UnitId;
import org.relais.staff.StaffMember;

/**
 * The pass to one section of one person's record, for one purpose and five minutes. Only {@link AccessService} makes
 * one, after the access-log row is committed. It is checked again at every use against the rights, relations and
 * consent of that moment.
 */
public final class Grant implements Authority {

    private final StaffMember actor;
    private final PersonId person;
    private final Section section;
    private final Right right;
    private final Purpose purpose;
    private final Instant expiresAt;
    private final Map<Section, Level> levels;
    private final Set<Section> writable;
    private final Set<CentreId> centres;
    private final Map<CentreId, UnitId> units;
    private final Set<PersonId> people;
    private final Set<Section> shared;
    private final Set<Section> locked;
    private final Set<UnitId> lockedUnits;
    private final @Nullable Instant emergencyUntil;
    private final long personVersion;

    Grant(StaffMember actor, Question question, Decision decision, Instant expiresAt) {
        this.actor = actor;
        this.person = Objects.requireNonNull(decision.head());
        this.section = question.section();
        this.right = question.right();
        this.purpose = question.purpose();
        this.expiresAt = expiresAt;
        this.levels = Map.copyOf(decision.levels());
        this.writable = Set.copyOf(decision.writable());
        this.centres = Set.copyOf(decision.centres());
        this.units = Map.copyOf(decision.units());
        this.people = Set.copyOf(decision.people());
        this.shared = Set.copyOf(decision.shared());
        this.locked = Set.copyOf(decision.locked());
        this.lockedUnits = Set.copyOf(decision.lockedUnits());
        this.emergencyUntil = decision.emergencyUntil();
        this.personVersion = decision.personVersion();
    }

    @Override
    public StaffMember actor() {
        return actor;
    }

    /** Whose record: the surviving one where two records became one. What is written is written there. */
    public PersonId person() {
        return person;
    }

    /** Where the record is led, when that is one centre and it is not opened in an emergency; for the log. */
    @Nullable
    CentreId ledBy() {
        return emergencyUntil == null && centres.size() == 1
                ? centres.iterator().next()
                : null;
    }

    /** That record and those it absorbed: what is read is read from all of them. */
    public Set<PersonId> people() {
        return people;
    }

    public Section section() {
        return section;
    }

    public Right right() {
        return right;
    }

    public Purpose purpose() {
        return purpose;
    }

    /** How much of the section this pass shows; NONE for a section it was not given for. */
    public Level level(Section asked) {
        return levels.getOrDefault(asked, Level.NONE);
    }

    /** Whether the actor's role may write in the section, for offering it; writing needs a grant for it. */
    public boolean mayWrite(Section asked) {
        return writable.contains(asked);
    }

    /** The centres in which the actor takes part in this person's care. */
    public Set<CentreId> centres() {
        return centres;
    }

    /** The unit in which the actor takes part in this centre; empty when it is the whole centre, or several units. */
    public Optional<UnitId> unitIn(CentreId centre) {
        return Optional.ofNullable(units.get(centre));
    }

    /** Whether the person agreed that the actor's centres read what other centres wrote in the section. */
    public boolean shares(Section asked) {
        return shared.contains(asked);
    }

    /** The sections shared with the actor's centres. */
    public Set<Section> sharedSections() {
        return shared;
    }

    /** Whether the person locked the section: of what others wrote in it, only the existence shows. */
    public boolean locked(Section asked) {
        return locked.contains(asked);
    }

    /** The units whose writing the person locked to the actor. */
    public Set<UnitId> lockedUnits() {
        return lockedUnits;
    }

    /** When the emergency access ends on which this pass rests; empty when it rests on none. */
    public Optional<Instant> emergencyUntil() {
        return Optional.ofNullable(emergencyUntil);
    }

    /**
     * How much of an entry may be read: what the matrix gives its section, and no more than its existence when it
     * comes from another centre and the person has not agreed to share, or when the person locked the section or the
     * unit that wrote it.
     *
     * @param entryUnit the unit that wrote it; null when it was the whole centre
     * @param author whether the actor wrote it
     */
    public EntryLevel entryLevel(
            Section entrySection, CentreId entryCentre, @Nullable UnitId entryUnit, boolean author) {
        var level = level(entrySection);
        if (author && level.atLeast(Level.SUMMARY)) {
            return EntryLevel.FULL;
        }
        var fromElsewhere = !centres.contains(entryCentre) && !shares(entrySection);
        if (fromElsewhere || (entryUnit != null && lockedUnits.contains(entryUnit))) {
            return level.atLeast(Level.SUMMARY) || confidentialToCare(entrySection)
                    ? EntryLevel.EXISTENCE
                    : EntryLevel.HIDDEN;
        }
        return switch (level) {
            case READ -> EntryLevel.FULL;
            case OWN -> EntryLevel.EXISTENCE;
            case SUMMARY -> EntryLevel.SUMMARY;
            case COUNT, NONE -> confidentialToCare(entrySection) ? EntryLevel.EXISTENCE : EntryLevel.HIDDEN;
        };
    }

    // The team of the psychological section knows that a process note exists, when and by whom; never its text.
    private boolean confidentialToCare(Section entrySection) {
        return entrySection == Section.PROCESS_NOTE
                && level(Section.PSYCHOLOGICAL).atLeast(Level.SUMMARY);
    }

    /** Whether this pass and another for the same show the same: nothing was agreed, closed or lent between them. */
    public boolean showsLike(Grant other) {
        return levels.equals(other.levels)
                && centres.equals(other.centres)
                && people.equals(other.people)
                && shared.equals(other.shared)
                && locked.equals(other.locked)
                && lockedUnits.equals(other.lockedUnits);
    }

    Instant expiresAt() {
        return expiresAt;
    }

    long personVersion() {
        return personVersion;
    }
}
