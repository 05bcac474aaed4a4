package org.relais.oversight;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.relais.audit.LoggedAccess;
import org.relais.shared.CentreId;
import org.relais.shared.PersonId;
import org.relais.shared.StaffId;

/** One access of a sample, before it is stored. Weight 0: drawn at random. */
record DrawnAccess(
        UUID row,
        List<String> rules,
        int weight,
        StaffId actor,
        String actorRole,
        @Nullable PersonId person,
        @Nullable CentreId centre,
        Instant at,
        String action,
        String section,
        @Nullable String basis,
        boolean allowed) {

    /** What the rules found for one member of staff, person and day: the first of it stands for all. */
    static DrawnAccess of(List<Finding> group, SampleRule rule) {
        var first = group.getFirst();
        var codes =
                group.stream().map(finding -> finding.rule().code()).sorted().toList();
        return new DrawnAccess(
                first.row(),
                codes,
                rule.weight(codes),
                first.actor(),
                first.actorRole(),
                first.person(),
                first.centre(),
                first.at(),
                first.action(),
                first.section(),
                first.basis(),
                first.allowed());
    }

    static DrawnAccess of(LoggedAccess access, @Nullable CentreId centre) {
        return new DrawnAccess(
                access.id(),
                List.of(),
                0,
                Objects.requireNonNull(access.actor()),
                access.actorRole(),
                access.person(),
                centre,
                access.occurredAt(),
                access.action().name(),
                access.section(),
                access.basis(),
                access.allowed());
    }
}
