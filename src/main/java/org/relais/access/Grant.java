package org.relais.access;

import java.time.Instant;
import java.util.Map;
import java.util.Set;

import org.relais.shared.CentreId;
import org.relais.shared.PersonId;
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
    private final boolean shared;
    private final long personVersion;

    Grant(StaffMember actor, Question question, Decision decision, Instant expiresAt) {
        this.actor = actor;
        this.person = question.person();
        this.section = question.section();
        this.right = question.right();
        this.purpose = question.purpose();
        this.expiresAt = expiresAt;
        this.levels = Map.copyOf(decision.levels());
        this.writable = Set.copyOf(decision.writable());
        this.centres = Set.copyOf(decision.centres());
        this.shared = decision.shared();
        this.personVersion = decision.personVersion();
    }

    @Override
    public StaffMember actor() {
        return actor;
    }

    public PersonId person() {
        return person;
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

    /** Whether the person's sharing consent between centres is in force. */
    public boolean sharedBetweenCentres() {
        return shared;
    }

    /**
     * How much of an entry may be read: what the matrix gives its section, and no more than its existence when it
     * comes from another centre and the person has not agreed to share.
     *
     * @param author whether the actor wrote it
     */
    public EntryLevel entryLevel(Section entrySection, CentreId entryCentre, boolean author) {
        var level = level(entrySection);
        if (author && level.atLeast(Level.SUMMARY)) {
            return EntryLevel.FULL;
        }
        if (!centres.contains(entryCentre) && !shared) {
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

    Instant expiresAt() {
        return expiresAt;
    }

    long personVersion() {
        return personVersion;
    }
}
