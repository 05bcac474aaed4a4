package org.relais.detox;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import org.relais.access.Grant;
import org.relais.access.Section;
import org.relais.record.NewEntry;
import org.relais.record.Timeline;
import org.relais.shared.Discipline;
import org.relais.shared.EntryId;

/** What a withdrawal leaves in the record. */
@Component
public class DetoxEntries {

    /** The type of an act's entry. */
    public static final String EPISODE = "detox.episode";

    /** The type of the entry of an observation that was not made. */
    public static final String OMISSION = "detox.omission";

    /** The type of the entry of what was done around a visit. */
    public static final String VISIT = "detox.visit";

    /** A {@link VisitStep}. */
    public static final String STEP = "step";

    /** An {@link EmergencyMeans}. */
    public static final String MEANS = "means";

    /** Who was informed. */
    public static final String INFORMED = "informed";

    /** The service day of the missed visit. */
    public static final String VISIT_DAY = "day";

    /** When the person will come. */
    public static final String AGREED = "agreed";

    /** A {@link DetoxAct}. */
    public static final String ACT = "act";

    /** The code of the protocol. */
    public static final String PROTOCOL = "protocol";

    /** Its version. */
    public static final String VERSION = "version";

    /** The codes of the {@link Substance}s, comma-separated. */
    public static final String SUBSTANCES = "substances";

    /** A {@link DetoxOutcome}; only where it ended. */
    public static final String OUTCOME = "outcome";

    /** The codes of the rules that warned, comma-separated; only where some did. */
    public static final String WARNINGS = "warnings";

    /** The code of the instrument that was not used. */
    public static final String INSTRUMENT = "instrument";

    /** An {@link OmissionKind}. */
    public static final String KIND = "kind";

    private final Timeline timeline;

    DetoxEntries(Timeline timeline) {
        this.timeline = timeline;
    }

    EntryId act(Grant grant, DetoxRow detox, DetoxTable.Kept kept, @Nullable DetoxOutcome outcome) {
        var detail = new LinkedHashMap<String, String>();
        detail.put(ACT, kept.act().name());
        detail.put(PROTOCOL, detox.protocol());
        detail.put(VERSION, String.valueOf(detox.protocolVersion()));
        detail.put(SUBSTANCES, detox.substances().stream().map(Enum::name).collect(Collectors.joining(",")));
        if (outcome != null) {
            detail.put(OUTCOME, outcome.name());
        }
        if (!kept.warnings().isEmpty()) {
            detail.put(WARNINGS, String.join(",", kept.warnings()));
        }
        return append(grant, detox, EPISODE, kept.at(), kept.reason(), detail);
    }

    EntryId omission(Grant grant, DetoxRow detox, OmitObservation omission, DetoxTable.Told told) {
        return append(
                grant,
                detox,
                OMISSION,
                told.at(),
                told.reason(),
                Map.of(INSTRUMENT, omission.instrument(), KIND, omission.kind().name()));
    }

    EntryId visit(Grant grant, DetoxRow detox, RecordVisitStep command, VisitTable.Told told) {
        var detail = new LinkedHashMap<String, String>();
        detail.put(STEP, command.step().name());
        if (command.visitDay() != null) {
            detail.put(VISIT_DAY, command.visitDay().toString());
        }
        if (command.agreedAt() != null) {
            detail.put(AGREED, command.agreedAt().toString());
        }
        if (command.means() != null) {
            detail.put(MEANS, command.means().name());
        }
        if (told.informed() != null) {
            detail.put(INFORMED, told.informed());
        }
        return timeline.append(
                grant,
                NewEntry.of(
                                grant.person(),
                                Section.MEDICAL,
                                Discipline.MEDICAL,
                                VISIT,
                                told.at(),
                                detox.centre(),
                                command.id())
                        .by(grant.actor().id())
                        .saying(null, told.note())
                        .with(detail));
    }

    private EntryId append(
            Grant grant, DetoxRow detox, String type, Instant at, @Nullable String text, Map<String, String> detail) {
        return timeline.append(
                grant,
                NewEntry.of(grant.person(), Section.MEDICAL, Discipline.MEDICAL, type, at, detox.centre(), detox.id())
                        .by(grant.actor().id())
                        .saying(null, text)
                        .with(detail));
    }
}
