package org.relais.exchange;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.relais.person.PersonName;
import org.relais.shared.CentreId;
import org.relais.shared.PersonId;
import org.relais.shared.StagedFileId;
import org.relais.shared.UnitId;

/**
 * A file that was put in: who it is about and how many entries of which type, and nothing of what these say.
 *
 * @param file its name, without a folder
 * @param size bytes, unpacked
 * @param source the system it came from
 * @param expiresAt when what waits is removed
 * @param subject the person as the file gives them; null once everything was decided
 * @param person whose record it belongs to; null until the identity is taken over
 * @param name as the register names them; null until then
 * @param registered whether the person was new here
 * @param unit the unit asked; null until the identity is taken over
 * @param reason why the clinical part was refused
 * @param types what would become of each type of entry, before anything was taken over
 */
public record StagedFile(
        StagedFileId id,
        CentreId centre,
        String file,
        long size,
        StagedState state,
        String source,
        Instant stagedAt,
        Instant expiresAt,
        @Nullable StagedPerson subject,
        @Nullable PersonId person,
        @Nullable PersonName name,
        boolean registered,
        @Nullable UnitId unit,
        @Nullable String reason,
        List<TypeResult> types,
        List<PartResult> parts) {

    public StagedFile {
        types = List.copyOf(types);
        parts = List.copyOf(parts);
    }

    /** How many entries would be taken over, the person's own among them. */
    public int wouldTake() {
        return types.stream().mapToInt(TypeResult::imported).sum();
    }

    public int leftOut() {
        return types.stream().mapToInt(TypeResult::leftOut).sum();
    }

    /** Whether there is anything beside the identity. */
    boolean clinical() {
        return types.stream()
                        .anyMatch(type -> type.imported() > 0 && !type.type().equals("Patient"))
                || (subject != null && subject.deceased());
    }

    StagedFile named(@Nullable PersonName known) {
        return new StagedFile(
                id,
                centre,
                file,
                size,
                state,
                source,
                stagedAt,
                expiresAt,
                subject,
                person,
                known,
                registered,
                unit,
                reason,
                types,
                parts);
    }
}
