package org.relais.assessment;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import org.relais.access.AccessService;
import org.relais.access.Grant;
import org.relais.access.Right;
import org.relais.access.Section;
import org.relais.assessment.EarlyWarningResult.EarlyWarningScore;
import org.relais.assessment.EarlyWarningResult.MissingParameters;
import org.relais.audit.AccessAction;
import org.relais.centre.Centres;
import org.relais.person.Gender;
import org.relais.person.PersonService;
import org.relais.shared.AssessmentId;
import org.relais.shared.CentreId;
import org.relais.shared.FreeText;
import org.relais.shared.InvalidInput;
import org.relais.shared.Slice;

/**
 * Signs filled-in instruments and sets of vital signs, and reads their course. A signed form is never changed; a
 * correction supersedes it.
 */
@Service
public class Assessments {

    /** How many earlier totals an entry carries for its sparkline. */
    private static final int EARLIER_TOTALS = 4;

    /** How many earlier totals a change is looked for in. */
    private static final int MOST_COMPARED = 500;

    private final Forms forms;
    private final VitalSignRows measurements;
    private final Signing signing;
    private final Definitions definitions;
    private final PersonService people;
    private final Centres centres;
    private final AccessService access;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Assessments(
            Forms forms,
            VitalSignRows measurements,
            Signing signing,
            Definitions definitions,
            PersonService people,
            Centres centres,
            AccessService access,
            Clock clock,
            ApplicationEventPublisher events) {
        this.forms = forms;
        this.measurements = measurements;
        this.signing = signing;
        this.definitions = definitions;
        this.people = people;
        this.centres = centres;
        this.access = access;
        this.clock = clock;
        this.events = events;
    }

    /**
     * Signs a filled-in instrument, or that it could not be used. Signing the same id again gives the same entry.
     *
     * @param write a grant to write in the medical section
     * @throws InvalidInput at the item that is open or wrong, or at {@code repeat}, {@code reason}, {@code detail},
     *     {@code comment}, {@code occurredAt}, {@code centre}, {@code correctionReason}
     * @throws org.relais.record.StaleDraft when the draft was saved elsewhere meanwhile
     * @throws org.relais.shared.Conflict when another member of staff signed the corrected form, when it is corrected
     *     already, or when the draft was signed elsewhere
     */
    public SignedAssessment sign(Grant write, SignInstrument command) {
        access.require(write, Section.MEDICAL, Right.WRITE);
        return signing.once(write, command.id(), () -> store(write, command));
    }

    /**
     * Signs a set of vital signs, without a score for somebody for whom the early-warning score is not valid. Signing
     * the same id again gives the same entry.
     *
     * @param write a grant to write in the medical section
     * @throws InvalidInput at the sign that is impossible, or unusual and not confirmed; at {@code signs} when nothing
     *     was measured; otherwise as for an instrument
     * @throws org.relais.record.StaleDraft when the draft was saved elsewhere meanwhile
     * @throws org.relais.shared.Conflict as for an instrument
     */
    public SignedAssessment sign(Grant write, SignVitalSigns command) {
        access.require(write, Section.MEDICAL, Right.WRITE);
        return signing.once(write, command.id(), () -> store(write, command));
    }

    /**
     * Signs a filled-in instrument and the vital signs taken with it: both or neither. Signing the same instrument
     * again gives its entry.
     *
     * @param write a grant to write in the medical section
     * @param measured taken with it, in the same centre
     * @throws InvalidInput as for the one and for the other
     * @throws org.relais.record.StaleDraft when the draft of the instrument was saved elsewhere meanwhile
     * @throws org.relais.shared.Conflict as for an instrument
     */
    public SignedAssessment sign(Grant write, SignInstrument command, SignVitalSigns measured) {
        access.require(write, Section.MEDICAL, Right.WRITE);
        return signing.once(write, command.id(), () -> {
            store(write, measured);
            return store(write, command);
        });
    }

    /**
     * Why the early-warning score is not offered for the person on this day; empty when it is. Age and pregnancy are
     * those that the record knows.
     *
     * @param grant to read or write the medical section
     */
    public Optional<EarlyWarningObstacle> earlyWarningObstacle(Grant grant, CentreId centre) {
        access.require(grant, Section.MEDICAL, Right.READ);
        return obstacle(grant, centre, clock.instant());
    }

    /**
     * One page of a person's results, newest first, those that were corrected included.
     *
     * @param read a grant for the medical section; one that shows only its summary gives rows without findings
     * @param instrument the code of the instrument; {@link Definitions#EARLY_WARNING} for vital signs
     * @param before read on from here; null for the newest
     * @param size how many, 1 to 100
     */
    @Transactional(readOnly = true)
    public Slice<AssessmentRow> results(Grant read, String instrument, @Nullable AssessmentCursor before, int size) {
        access.require(read, Section.MEDICAL, Right.READ);
        if (size < 1 || size > 100) {
            throw new IllegalArgumentException("A page has 1 to 100 results: " + size);
        }
        return Slice.of(forms.page(read, instrument, before, size + 1), size);
    }

    /**
     * Whether there are results that the grant does not show, because the person locked them or another centre keeps
     * them: that they exist, and nothing more.
     *
     * @param read a grant for the medical section
     */
    @Transactional(readOnly = true)
    public boolean withheld(Grant read, String instrument) {
        access.require(read, Section.MEDICAL, Right.READ);
        return forms.withheld(read, instrument);
    }

    /**
     * The codes of the instruments that the person has forms of, as far as the grant shows that there are any.
     *
     * @param read a grant for the medical section
     */
    @Transactional(readOnly = true)
    public Set<String> instruments(Grant read) {
        access.require(read, Section.MEDICAL, Right.READ);
        return forms.instruments(read);
    }

    /**
     * Notes in the access log that the course of an instrument was printed.
     *
     * @param read a grant for the medical section
     * @param newest the newest form on the sheet
     */
    @Transactional
    public void printed(Grant read, AssessmentId newest) {
        access.require(read, Section.MEDICAL, Right.READ);
        access.recordChange(read, read.person(), AccessAction.PRINT, "assessment", newest);
    }

    /**
     * The band profile that fits the person or the language of the form; empty where the instrument bands nothing.
     *
     * @param grant to read or write the medical section
     */
    public Optional<BandProfile> profile(Grant grant, Instrument instrument, Locale language) {
        access.require(grant, Section.MEDICAL, Right.READ);
        var criterion = instrument.profileBy();
        if (criterion == null) {
            return instrument.defaultProfile();
        }
        return instrument.profileFor(
                switch (criterion) {
                    case LANGUAGE -> language.getLanguage();
                    case SEX -> sex(people.lifeStage(grant).gender());
                });
    }

    // What was not said is not known: the lower cut-off then applies
    private static String sex(@Nullable Gender gender) {
        return gender == null || gender == Gender.NOT_SAID ? "UNKNOWN" : gender.name();
    }

    private SignedAssessment store(Grant write, SignInstrument command) {
        check(write, command.centre(), command.occurredAt());
        var instrument = definitions
                .instrument(command.instrument(), command.version())
                .filter(definitions::offers)
                .orElseThrow(() -> new InvalidInput("instrument", "assessment.error.instrument"));
        var comment = FreeText.optional("comment", command.comment(), FreeText.NOTE);
        var result = result(command, instrument);
        var course = new Course(series(instrument, command), command.correction());
        var form = form(command, instrument, result, comment, alerts(write, command, instrument, result, course));
        var earlier = signing.corrected(write, form.instrument(), command.correction());
        var signed = signing.store(
                write,
                form,
                EntryTypes.of(instrument, comment != null),
                instrument.shortName(),
                EntryDetail.of(form, before(write, form, course), List.of(), VitalSigns.NONE, null),
                new Signing.Links(command.correction(), earlier.orElse(null), command.draft()));
        forms.insertItems(form.id(), command.values());
        forms.insertParts(form.id(), form.parts());
        events.publishEvent(
                FormSigned.of(write, form, command.values(), VitalSigns.NONE, Map.of(), command.correction()));
        return signed;
    }

    private static Result result(SignInstrument command, Instrument instrument) {
        var scoring = Scoring.of(instrument, command.profile());
        var obstacle = command.notAssessable();
        if (obstacle != null) {
            if (!command.values().isEmpty()) {
                throw new InvalidInput("reason", "assessment.error.rated-and-not-assessable");
            }
            return scoring.notAssessable(obstacle.reason(), obstacle.detail());
        }
        if (command.values().isEmpty()) {
            throw new InvalidInput(instrument.items().getFirst().code(), "assessment.error.open-item");
        }
        var result = scoring.score(command.values());
        if (result instanceof Result.Incomplete(var missing, var alerts) && !command.acceptIncomplete()) {
            throw new InvalidInput(missing.getFirst(), "assessment.error.open-item");
        }
        return result;
    }

    // What fired: on single items, by the move of the total, and that it was meant to be repeated early
    private List<String> alerts(
            Grant write, SignInstrument command, Instrument instrument, Result result, Course course) {
        var codes = new ArrayList<String>();
        switch (result) {
            case Result.Incomplete found ->
                found.alerts().stream().map(ItemAlert::code).forEach(codes::add);
            case Result.Scored found -> {
                found.alerts().stream().map(ItemAlert::code).forEach(codes::add);
                var total = found.total();
                if (total != null && !instrument.changes().isEmpty()) {
                    var form = form(command, instrument, result, null, List.of());
                    var earlier = forms.totalsBefore(write, form, course.series(), course.corrected(), MOST_COMPARED);
                    Scoring.of(instrument, command.profile())
                            .changes(
                                    total,
                                    command.occurredAt(),
                                    earlier.stream()
                                            .map(one -> new ChangeRule.Earlier(one.total(), one.occurredAt()))
                                            .toList())
                            .stream()
                            .map(ChangeRule::code)
                            .forEach(codes::add);
                }
                if (early(write, command, instrument)) {
                    codes.add(Repetition.EARLY);
                }
            }
            case Result.NotAssessable impossible -> {
                // Nothing was rated
            }
        }
        return codes;
    }

    private boolean early(Grant write, SignInstrument command, Instrument instrument) {
        var repeat = instrument.repeat();
        if (repeat == null || repeat.warnBeforeDays() == null || command.correction() != null) {
            return false;
        }
        var early = forms.lastBefore(write, command.instrument(), command.occurredAt())
                .filter(last -> repeat.early(last, command.occurredAt()))
                .isPresent();
        if (early && !command.acceptEarly()) {
            throw new InvalidInput("repeat", "assessment.error.early-repeat", repeat.warnBeforeDays());
        }
        return early;
    }

    private static Forms.@Nullable Series series(Instrument instrument, SignInstrument command) {
        var item = instrument.seriesBy();
        var value = item == null ? null : command.values().get(item);
        return item == null || value == null ? null : new Forms.Series(item, value);
    }

    private static Form form(
            SignInstrument command,
            Instrument instrument,
            Result result,
            @Nullable String comment,
            List<String> alerts) {
        var status =
                switch (result) {
                    case Result.Scored scored -> AssessmentStatus.SCORED;
                    case Result.Incomplete incomplete -> AssessmentStatus.INCOMPLETE;
                    case Result.NotAssessable notAssessable -> AssessmentStatus.NOT_ASSESSABLE;
                };
        var scored = result instanceof Result.Scored found ? found : null;
        var obstacle = result instanceof Result.NotAssessable found ? found : null;
        var band = scored == null ? null : scored.band();
        return new Form(
                command.id(),
                command.centre(),
                instrument.rule().code(),
                instrument.rule().version(),
                status,
                scored == null ? null : scored.total(),
                band == null ? null : band.code(),
                scored == null ? null : scored.profile(),
                scored == null ? null : scored.severity(),
                alerts,
                scored == null
                        ? List.of()
                        : scored.parts().stream().map(PartResult::of).toList(),
                obstacle == null ? null : obstacle.reason(),
                obstacle == null ? null : obstacle.detail(),
                comment,
                command.occurredAt());
    }

    private SignedAssessment store(Grant write, SignVitalSigns command) {
        check(write, command.centre(), command.occurredAt());
        var signs = command.signs();
        if (signs.isEmpty()) {
            throw new InvalidInput("signs", "assessment.error.nothing-measured");
        }
        var limits = definitions.limits(command.centre());
        PlausibilityCheck.of(limits).require(signs, command.confirmed());
        // The second saturation scale needs a physician's target of 88 to 92 %, which no room records yet.
        var rule = definitions.earlyWarning(command.centre());
        var result = EarlyWarningScoring.of(rule, SaturationScale.SCALE_1).score(signs);
        var obstacle = obstacle(write, command.centre(), command.occurredAt());
        var comment = FreeText.optional("comment", command.comment(), FreeText.NOTE);
        var form = obstacle.map(why -> unscored(command, rule, why, comment))
                .orElseGet(() -> form(command, rule, result, comment));
        var earlier = signing.corrected(write, form.instrument(), command.correction());
        var alcohol = signs.breathAlcohol();
        var signed = signing.store(
                write,
                form,
                EntryTypes.VITAL_SIGNS,
                null,
                EntryDetail.of(
                        form,
                        before(write, form, new Course(null, command.correction())),
                        obstacle.isEmpty() && result instanceof MissingParameters(var missing) ? missing : List.of(),
                        signs,
                        alcohol == null ? null : limits.bloodEquivalent(alcohol)),
                new Signing.Links(command.correction(), earlier.orElse(null), command.draft()));
        measurements.insert(form.id(), signs, limits, command.confirmed());
        var points = obstacle.isEmpty() && result instanceof EarlyWarningScore scored
                ? scored.points()
                : Map.<EarlyWarningParameter, Integer>of();
        events.publishEvent(FormSigned.of(write, form, Map.of(), signs, points, command.correction()));
        return signed;
    }

    private static Form form(
            SignVitalSigns command, EarlyWarning rule, EarlyWarningResult result, @Nullable String comment) {
        var score = result instanceof EarlyWarningScore found ? found : null;
        return new Form(
                command.id(),
                command.centre(),
                rule.rule().code(),
                rule.rule().version(),
                score == null ? AssessmentStatus.INCOMPLETE : AssessmentStatus.SCORED,
                score == null ? null : score.total(),
                score == null ? null : score.risk().name(),
                score == null ? null : score.scale().name(),
                score == null ? null : score.band().severity(),
                List.of(),
                List.of(),
                null,
                null,
                comment,
                command.occurredAt());
    }

    // The signs are facts whoever they are of; only the score is not valid.
    private static Form unscored(
            SignVitalSigns command, EarlyWarning rule, EarlyWarningObstacle why, @Nullable String comment) {
        return new Form(
                command.id(),
                command.centre(),
                rule.rule().code(),
                rule.rule().version(),
                AssessmentStatus.NOT_ASSESSABLE,
                null,
                null,
                null,
                null,
                List.of(),
                List.of(),
                why.name(),
                null,
                comment,
                command.occurredAt());
    }

    private Optional<EarlyWarningObstacle> obstacle(Grant grant, CentreId centre, Instant at) {
        var stage = people.lifeStage(grant);
        var day = centres.centre(centre).serviceDay().of(at);
        return definitions.earlyWarning(centre).obstacle(stage.age(day), stage.pregnant());
    }

    private List<Forms.EarlierTotal> before(Grant write, Form form, Course course) {
        return forms.totalsBefore(write, form, course.series(), course.corrected(), EARLIER_TOTALS);
    }

    private void check(Grant write, CentreId centre, Instant occurredAt) {
        signing.requireCentre(write, centre);
        if (occurredAt.isAfter(clock.instant())) {
            throw new InvalidInput("occurredAt", "assessment.error.future");
        }
    }

    /** Which earlier forms a new one is told against. */
    private record Course(
            Forms.@Nullable Series series, @Nullable Correction correction) {

        @Nullable
        AssessmentId corrected() {
            return correction == null ? null : correction.supersedes();
        }
    }
}
