package org.relais.demo;

import java.time.Instant;
import java.util.Map;
import java.util.Set;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

import org.relais.access.AccessService;
import org.relais.access.Grant;
import org.relais.access.Purpose;
import org.relais.access.Right;
import org.relais.access.Section;
import org.relais.assessment.Assessments;
import org.relais.assessment.SignInstrument;
import org.relais.assessment.SignVitalSigns;
import org.relais.record.Draft;
import org.relais.record.Drafts;
import org.relais.record.Notes;
import org.relais.record.SaveDraft;
import org.relais.record.SignNote;
import org.relais.record.StaleDraft;
import org.relais.reintegration.AddStep;
import org.relais.reintegration.ChangeStep;
import org.relais.reintegration.ReintegrationSteps;
import org.relais.reintegration.Responsible;
import org.relais.reintegration.StepFilter;
import org.relais.shared.AssessmentId;
import org.relais.shared.StepId;
import org.relais.therapy.SignSession;
import org.relais.therapy.TherapySessions;

/** The deeds that leave something in the record. */
@Component
@ConditionalOnProperty("relais.demonstration")
class RecordDeeds {

    private static final int INSTRUMENT_VERSION = 1;
    private static final int SESSION_MINUTES = 45;

    private final AccessService access;
    private final Notes notes;
    private final Drafts drafts;
    private final Assessments assessments;
    private final TherapySessions sessions;
    private final ReintegrationSteps steps;
    private final AlarmAnswers alarms;
    private final HouseIndex house;

    RecordDeeds(
            AccessService access,
            Notes notes,
            Drafts drafts,
            Assessments assessments,
            TherapySessions sessions,
            ReintegrationSteps steps,
            AlarmAnswers alarms,
            HouseIndex house) {
        this.access = access;
        this.notes = notes;
        this.drafts = drafts;
        this.assessments = assessments;
        this.sessions = sessions;
        this.steps = steps;
        this.alarms = alarms;
        this.house = house;
    }

    /** @param write a grant to write in the section of the deed */
    void perform(Life life, Grant write, Deed.OfRecord deed, Instant at) {
        switch (deed) {
            case Deed.SignNote note -> sign(life, write, note, at);
            case Deed.AddTo(var key, var section, var centre, var text) ->
                notes.addendum(write, life.entry(key), house.centre(centre), text);
            case Deed.TakeBack(var key, var section, var centre, var reason) ->
                notes.markEnteredInError(write, life.entry(key), house.centre(centre), reason);
            case Deed.LeaveDraft(var type, var section, var content) -> draft(write, type, content);
            case Deed.Rate rating -> {
                assessments.sign(
                        write,
                        new SignInstrument(
                                AssessmentId.create(),
                                rating.instrument(),
                                INSTRUMENT_VERSION,
                                null,
                                rating.values(),
                                null,
                                false,
                                rating.comment(),
                                at,
                                house.centre(rating.centre()),
                                null,
                                null));
                alarms.answer(write, at);
            }
            case Deed.Measure(var centre, var signs, var comment) -> {
                assessments.sign(
                        write,
                        new SignVitalSigns(
                                AssessmentId.create(), signs, Set.of(), comment, at, house.centre(centre), null, null));
                alarms.answer(write, at);
            }
            case Deed.HoldSession session -> hold(write, session, at);
            case Deed.PlanStep step -> plan(life, write, step);
            case Deed.MoveStep move -> move(life, write, move);
        }
    }

    private void sign(Life life, Grant write, Deed.SignNote note, Instant at) {
        var text = note.text();
        var draft = draft(write, note.type(), Map.of("title", text.title(), "text", text.words()));
        life.wrote(
                note.key(),
                notes.sign(
                        write,
                        new SignNote(
                                note.type(),
                                text.title(),
                                text.words(),
                                at,
                                house.centre(note.centre()),
                                note.visibility(),
                                draft.id(),
                                draft.version())));
    }

    private void hold(Grant write, Deed.HoldSession session, Instant at) {
        var text = session.text();
        var held = session.attendance().held();
        var draft = draft(write, TherapySessions.SESSION, Map.of());
        var command = new SignSession(
                session.attendance(),
                session.mode(),
                session.approach(),
                at,
                held ? SESSION_MINUTES : null,
                session.next(),
                text == null ? null : text.title(),
                text == null ? null : text.words(),
                house.centre(session.centre()),
                draft.id(),
                draft.version());
        var process = session.process();
        if (process == null) {
            sessions.sign(write, command);
        } else {
            var own = access.grant(write.person(), Section.PROCESS_NOTE, Right.WRITE, Purpose.CARE);
            sessions.signWithProcessNote(write, own, command, process);
        }
    }

    private void plan(Life life, Grant write, Deed.PlanStep step) {
        var id = StepId.create();
        var worker = step.worker();
        steps.add(
                write,
                new AddStep(
                        id,
                        house.centre(step.centre()),
                        step.domain(),
                        step.title(),
                        step.due(),
                        worker == null ? new Responsible.ThePerson() : new Responsible.Worker(house.staff(worker))));
        life.planned(step.key(), id);
    }

    private void move(Life life, Grant write, Deed.MoveStep move) {
        var id = life.step(move.key());
        var shown = steps.of(write, StepFilter.OPEN).steps().stream()
                .filter(row -> row.id().equals(id))
                .findFirst()
                .orElseThrow();
        steps.change(write, ChangeStep.move(shown, move.status(), move.reason()));
    }

    private Draft draft(Grant write, String form, Map<String, String> content) {
        try {
            return drafts.save(write, new SaveDraft(form, content, null, 0));
        } catch (StaleDraft begun) {
            // The same colleague had begun one: they go on with it
            var own = begun.stored();
            return drafts.save(write, new SaveDraft(form, content, own.id(), own.version()));
        }
    }
}
