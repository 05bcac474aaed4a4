package org.relais.history;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.relais.shared.FreeText;
import org.relais.shared.InvalidInput;
import org.relais.shared.Utc;

/**
 * The checked columns of one fact beside those that every fact has. Too long is refused, never cut. The order is the
 * same for every fact of a kind, so that rows batch.
 */
final class HistoryColumns {

    private static final int URI = 300;
    private static final int CODE = 100;
    private static final int WORD = 60;
    private static final int WORDS = 4_000;
    private static final Set<String> PAST = Set.of("inactive", "remission", "resolved");

    private final Map<String, @Nullable Object> values = new LinkedHashMap<>();
    private @Nullable Instant time;

    private HistoryColumns() {}

    static HistoryColumns of(ImportedProblem problem) {
        var status = problem.clinicalStatus();
        return new HistoryColumns()
                .code(problem.code())
                .put("active", status == null || !PAST.contains(status))
                .line("clinical_status", status, WORD)
                .line("verification", problem.verification(), WORD)
                .text("severity", problem.severity())
                .time("onset", problem.onset())
                .text("onset_text", problem.onsetText())
                .time("abated", problem.abated())
                .time("recorded", problem.recorded())
                .text("remark", problem.remark())
                .listedAt(problem.onset(), problem.recorded());
    }

    static HistoryColumns of(ImportedMedication medication) {
        return new HistoryColumns()
                .code(medication.code())
                .put("kind", medication.kind().name())
                .line("status", medication.status(), WORD)
                .text("dosage", medication.dosage())
                .time("authored", medication.authored())
                .text("requester", medication.requester())
                .text("reason", medication.reason())
                .text("remark", medication.remark())
                .listedAt(medication.authored(), null);
    }

    static HistoryColumns of(ImportedEncounter encounter) {
        return new HistoryColumns()
                .code(encounter.type())
                .line("kind", encounter.kind(), WORD)
                .line("status", encounter.status(), WORD)
                .time("started", encounter.start())
                .time("ended", encounter.end())
                .text("place", encounter.place())
                .text("reason", encounter.reason())
                .listedAt(encounter.start(), encounter.end());
    }

    static HistoryColumns of(ImportedObservation observation) {
        var value = observation.value();
        return new HistoryColumns()
                .code(observation.code())
                .line("category", observation.category(), CODE)
                .line("status", observation.status(), WORD)
                .time("effective", observation.effective())
                .line(
                        "amount",
                        value == null || value.amount() == null
                                ? null
                                : value.amount().toString(),
                        WORD)
                .line("comparator", value == null ? null : value.comparator(), 10)
                .line("unit", value == null ? null : value.unit(), CODE)
                .text("value_text", value == null ? null : value.words())
                .put("parts", ObservationParts.write(observation.parts()))
                .text("remark", observation.remark())
                .listedAt(observation.effective(), null);
    }

    List<String> names() {
        return List.copyOf(values.keySet());
    }

    List<@Nullable Object> values() {
        return new ArrayList<>(values.values());
    }

    /** The time of the fact itself; null when the source gives none. */
    @Nullable
    Instant time() {
        return time;
    }

    private HistoryColumns code(GivenCode code) {
        if (code.words().isBlank() && code.code() == null) {
            throw new InvalidInput("code", "shared.error.required");
        }
        return line("code_system", code.system(), URI)
                .line("code", code.code(), CODE)
                .text("words", code.words());
    }

    private HistoryColumns line(String column, @Nullable String text, int most) {
        return put(column, FreeText.optionalLine(column, text, most));
    }

    private HistoryColumns text(String column, @Nullable String text) {
        return put(column, FreeText.optional(column, text, WORDS));
    }

    private HistoryColumns time(String column, @Nullable GivenTime given) {
        put(column + "_at", given == null ? null : Utc.column(given.at()));
        return put(
                column + "_precision", given == null ? null : given.precision().name());
    }

    private HistoryColumns listedAt(@Nullable GivenTime first, @Nullable GivenTime second) {
        var given = first == null ? second : first;
        time = given == null ? null : given.at();
        return this;
    }

    private HistoryColumns put(String column, @Nullable Object value) {
        values.put(column, value);
        return this;
    }
}
