package org.relais.history;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import org.relais.access.AccessDenied;
import org.relais.access.AccessService;
import org.relais.access.Authority;
import org.relais.access.Grant;
import org.relais.access.Purpose;
import org.relais.access.Right;
import org.relais.access.Scope;
import org.relais.access.Section;
import org.relais.audit.AccessAction;
import org.relais.shared.Conflict;
import org.relais.shared.InvalidInput;

/**
 * Takes in facts from elsewhere, in batches and in the caller's transaction if there is one. A fact whose source key
 * the person's history holds already is left as it is, so that the same file changes nothing when it comes again.
 *
 * <p>Every method takes a grant to write in the medical section, or the scope of a background task that imports, and
 * throws {@link AccessDenied} otherwise, {@link InvalidInput} at {@code sourceKey}, {@code code} or the text that is
 * too long, and {@link Conflict} when the same file is being taken in elsewhere at the same moment.
 */
@Service
@Transactional
public class HistoryImports {

    private final HistoryInserts inserts;
    private final AccessService access;
    private final Clock clock;

    HistoryImports(HistoryInserts inserts, AccessService access, Clock clock) {
        this.inserts = inserts;
        this.access = access;
        this.clock = clock;
    }

    public ImportCount importProblems(Authority authority, ImportOrigin origin, List<ImportedProblem> problems) {
        return store(authority, origin, HistoryKind.PROBLEM, problems, ImportedProblem::sourceKey, HistoryColumns::of);
    }

    public ImportCount importMedication(Authority authority, ImportOrigin origin, List<ImportedMedication> medication) {
        return store(
                authority,
                origin,
                HistoryKind.MEDICATION,
                medication,
                ImportedMedication::sourceKey,
                HistoryColumns::of);
    }

    public ImportCount importEncounters(Authority authority, ImportOrigin origin, List<ImportedEncounter> encounters) {
        return store(
                authority, origin, HistoryKind.ENCOUNTER, encounters, ImportedEncounter::sourceKey, HistoryColumns::of);
    }

    public ImportCount importObservations(
            Authority authority, ImportOrigin origin, List<ImportedObservation> observations) {
        return store(
                authority,
                origin,
                HistoryKind.OBSERVATION,
                observations,
                ImportedObservation::sourceKey,
                HistoryColumns::of);
    }

    private <T> ImportCount store(
            Authority authority,
            ImportOrigin origin,
            HistoryKind kind,
            List<T> facts,
            Function<T, String> sourceKey,
            Function<T, HistoryColumns> columns) {
        requireImporter(authority, origin);
        if (facts.isEmpty()) {
            return new ImportCount(0, 0);
        }
        if (authority instanceof Scope scope) {
            // Which keys are there is something of this person's: logged before it is asked.
            access.show(scope, Set.of(origin.person()));
        }
        var stored = inserts.insertMissing(kind, within(authority, origin), clock.instant(), facts, sourceKey, columns);
        if (stored > 0) {
            access.recordChange(authority, origin.person(), AccessAction.IMPORT, kind.resource(), origin.person());
        }
        return new ImportCount(stored, facts.size() - stored);
    }

    private static ImportOrigin within(Authority authority, ImportOrigin origin) {
        return authority instanceof Grant grant
                ? new ImportOrigin(
                        origin.person(),
                        origin.centre(),
                        grant.unitIn(origin.centre()).orElse(null),
                        origin.system())
                : origin;
    }

    private void requireImporter(Authority authority, ImportOrigin origin) {
        switch (authority) {
            case Grant grant -> {
                access.require(grant, Section.MEDICAL, Right.WRITE);
                if (!grant.person().equals(origin.person()) || !grant.centres().contains(origin.centre())) {
                    throw access.refuse(grant, origin.person(), "history", null);
                }
            }
            case Scope scope -> {
                access.require(scope, Section.ADMINISTRATIVE);
                if (!scope.actor().isTask()
                        || scope.purpose() != Purpose.IMPORT
                        || !scope.centres().contains(origin.centre())) {
                    throw access.refuse(scope, origin.person(), "history", null);
                }
            }
        }
    }
}
