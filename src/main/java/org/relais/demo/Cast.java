package org.relais.demo;

import java.util.List;
import java.util.stream.Stream;

import org.relais.staff.Role;

/**
 * The invented centres and staff of the demonstration. All names are made up; no centre or person of these names is
 * meant.
 */
final class Cast {

    static final String TILLEULS = "TIL";
    static final String PORT_VAUBAN = "PVA";
    static final String PASSERELLE = "PAS";
    static final String GRAND_PRE = "GPR";

    /** Whom the stories know; the first of a role is the account offered at sign-in. */
    static final List<Colleague> STAFF = List.of(
            new Colleague("c.aubry", "Camille", "Aubry", Role.NURSE, List.of(TILLEULS)),
            new Colleague("h.vasseur", "Hélène", "Vasseur", Role.PHYSICIAN, List.of(TILLEULS, PASSERELLE)),
            new Colleague("l.ferrand", "Lucie", "Ferrand", Role.DISPENSING_NURSE, List.of(PASSERELLE)),
            new Colleague(
                    "i.quemeneur", "Inès", "Quéméneur", Role.PSYCHOLOGIST, List.of(TILLEULS, PASSERELLE, PORT_VAUBAN)),
            new Colleague("n.tavares", "Noémie", "Tavares", Role.SOCIAL_WORKER, List.of(TILLEULS, PASSERELLE)),
            new Colleague("p.wretling", "Paul", "Wretling", Role.FAMILY_WORKER, List.of(TILLEULS, PORT_VAUBAN)),
            new Colleague("s.lemoine", "Sacha", "Lemoine", Role.PEER_WORKER, List.of(GRAND_PRE, PASSERELLE)),
            new Colleague(
                    "m.delorme",
                    "Mathilde",
                    "Delorme",
                    Role.COORDINATOR,
                    List.of(TILLEULS, PORT_VAUBAN, PASSERELLE, GRAND_PRE)),
            new Colleague("a.renault", "Antoine", "Renault", Role.AUDITOR, List.of(TILLEULS)),
            new Colleague("j.marchal", "Jules", "Marchal", Role.ADMINISTRATOR, List.of(TILLEULS)),
            new Colleague("m.lefort", "Maud", "Lefort", Role.NURSE, List.of(TILLEULS)),
            new Colleague("y.haddad", "Youssef", "Haddad", Role.NURSE, List.of(TILLEULS, PORT_VAUBAN)),
            new Colleague("l.oberg", "Lars", "Öberg", Role.NURSE, List.of(PORT_VAUBAN)),
            new Colleague("k.benali", "Karim", "Benali", Role.PHYSICIAN, List.of(PORT_VAUBAN, PASSERELLE)),
            new Colleague("e.sandoval", "Elsa", "Sandoval", Role.PSYCHOLOGIST, List.of(PORT_VAUBAN, PASSERELLE)),
            new Colleague("t.mercier", "Thomas", "Mercier", Role.SOCIAL_WORKER, List.of(PORT_VAUBAN, GRAND_PRE)),
            new Colleague("d.nguyen", "Diane", "Nguyen", Role.DISPENSING_NURSE, List.of(PASSERELLE)),
            new Colleague("f.okoye", "Femi", "Okoye", Role.NURSE, List.of(GRAND_PRE, PASSERELLE)),
            new Colleague("b.lindqvist", "Britta", "Lindqvist", Role.PHYSICIAN, List.of(GRAND_PRE, TILLEULS)),
            new Colleague("r.castang", "Rosa", "Castang", Role.PEER_WORKER, List.of(GRAND_PRE)));

    /** The colleagues who look after most of those without a story of their own, so that nobody's day is crowded. */
    static final List<Colleague> OTHERS = List.of(
            new Colleague("v.ramel", "Violaine", "Ramel", Role.NURSE, List.of(TILLEULS)),
            new Colleague("o.thibert", "Octave", "Thibert", Role.NURSE, List.of(TILLEULS)),
            new Colleague("m.corvellec", "Maxime", "Corvellec", Role.PHYSICIAN, List.of(TILLEULS)),
            new Colleague("s.ricard", "Salomé", "Ricard", Role.PSYCHOLOGIST, List.of(TILLEULS)),
            new Colleague("g.lostis", "Gwenaël", "Lostis", Role.SOCIAL_WORKER, List.of(TILLEULS)),
            new Colleague("a.vidaud", "Anselme", "Vidaud", Role.PHYSICIAN, List.of(PASSERELLE)),
            new Colleague("e.kerbrat", "Élise", "Kerbrat", Role.NURSE, List.of(PASSERELLE)),
            new Colleague("t.aubertin", "Tom", "Aubertin", Role.PSYCHOLOGIST, List.of(PASSERELLE)),
            new Colleague("j.oulmi", "Jasmine", "Oulmi", Role.SOCIAL_WORKER, List.of(PASSERELLE)),
            new Colleague("l.peyrac", "Loïs", "Peyrac", Role.SOCIAL_WORKER, List.of(PASSERELLE)),
            new Colleague("i.sellberg", "Ingmar", "Sellberg", Role.NURSE, List.of(PORT_VAUBAN)),
            new Colleague("n.amiot", "Noor", "Amiot", Role.PHYSICIAN, List.of(PORT_VAUBAN)),
            new Colleague("c.barrault", "Coline", "Barrault", Role.SOCIAL_WORKER, List.of(PORT_VAUBAN)),
            new Colleague("u.jegou", "Ursule", "Jégou", Role.NURSE, List.of(GRAND_PRE)),
            new Colleague(
                    "b.aulnay",
                    "Bénédicte",
                    "Aulnay",
                    Role.COORDINATOR,
                    List.of(TILLEULS, PORT_VAUBAN, PASSERELLE, GRAND_PRE)));

    private Cast() {}

    /** Everybody who works in the service. */
    static Stream<Colleague> everybody() {
        return Stream.concat(STAFF.stream(), OTHERS.stream());
    }

    /** The account offered for a role. */
    static Colleague first(Role role) {
        return STAFF.stream()
                .filter(colleague -> colleague.role() == role)
                .findFirst()
                .orElseThrow();
    }

    /** The colleague of that user name. */
    static Colleague colleague(String username) {
        return everybody()
                .filter(colleague -> colleague.username().equals(username))
                .findFirst()
                .orElseThrow();
    }

    /** One colleague and the codes of the centres they work in. */
    record Colleague(String username, String givenName, String familyName, Role role, List<String> centres) {}
}
