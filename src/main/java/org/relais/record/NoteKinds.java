package org.relais.record;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.relais.access.Section;
import org.relais.shared.Discipline;
import org.relais.staff.Role;

/** The kinds of note that need no room of their own, in the order in which they are offered. */
public final class NoteKinds {

    private static final List<NoteKind> KINDS = List.of(
            kind("transmission", Section.MEDICAL, Discipline.MEDICAL, Role.NURSE),
            kind("nursing-note", Section.MEDICAL, Discipline.MEDICAL, Role.NURSE),
            kind("medical-visit", Section.MEDICAL, Discipline.MEDICAL, Role.PHYSICIAN),
            kind("medical-note", Section.MEDICAL, Discipline.MEDICAL, Role.PHYSICIAN),
            kind("dispensing-note", Section.OPIOID_AGONIST, Discipline.MEDICAL, Role.DISPENSING_NURSE),
            kind("social-interview", Section.SOCIAL, Discipline.SOCIAL, Role.SOCIAL_WORKER),
            kind("family-note", Section.FAMILY, Discipline.FAMILY, Role.FAMILY_WORKER),
            kind("contact-note", Section.HARM_REDUCTION, Discipline.HARM_REDUCTION, Role.PEER_WORKER),
            kind("phone-call", Section.MEDICAL, Discipline.MEDICAL, Role.PHYSICIAN, Role.NURSE),
            kind("phone-call", Section.OPIOID_AGONIST, Discipline.MEDICAL, Role.DISPENSING_NURSE),
            kind("phone-call", Section.PSYCHOLOGICAL, Discipline.PSYCHOLOGICAL, Role.PSYCHOLOGIST),
            kind("phone-call", Section.SOCIAL, Discipline.SOCIAL, Role.SOCIAL_WORKER),
            kind("phone-call", Section.FAMILY, Discipline.FAMILY, Role.FAMILY_WORKER),
            kind("phone-call", Section.HARM_REDUCTION, Discipline.HARM_REDUCTION, Role.PEER_WORKER),
            kind(
                    "general-note",
                    Section.ADMINISTRATIVE,
                    Discipline.ADMINISTRATIVE,
                    Role.PHYSICIAN,
                    Role.NURSE,
                    Role.PSYCHOLOGIST,
                    Role.SOCIAL_WORKER,
                    Role.COORDINATOR));

    private NoteKinds() {}

    /** Every kind. A type may stand once for each section it can be written in. */
    public static List<NoteKind> all() {
        return KINDS;
    }

    /** The kind of this type in this section. */
    public static Optional<NoteKind> find(String type, Section section) {
        return KINDS.stream()
                .filter(kind -> kind.type().equals(type) && kind.section() == section)
                .findFirst();
    }

    private static NoteKind kind(String type, Section section, Discipline discipline, Role... authors) {
        return new NoteKind("record." + type, section, discipline, Set.of(authors));
    }
}
