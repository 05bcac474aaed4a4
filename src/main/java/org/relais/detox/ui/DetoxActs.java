package org.relais.detox.ui;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.relais.access.Grant;
import org.relais.access.Purpose;
import org.relais.access.Right;
import org.relais.access.Section;
import org.relais.detox.DetoxOutcome;
import org.relais.detox.DetoxRow;
import org.relais.detox.PauseDetox;
import org.relais.detox.Substance;
import org.relais.detox.VisitStep;
import org.relais.shared.CentreId;
import org.relais.shared.PersonId;
import org.relais.uikit.Toast;

/** What can be done with a person's withdrawal, each through a dialog; the board and the record offer the same. */
final class DetoxActs {

    private final DetoxDesk desk;
    private final DetoxWords words;
    private final Runnable changed;

    /** @param changed called after something was done */
    DetoxActs(DetoxDesk desk, DetoxWords words, Runnable changed) {
        this.desk = desk;
        this.words = words;
        this.changed = changed;
    }

    void start(PersonId person, String name, CentreId centre) {
        var today = desk.centres().centre(centre).serviceDay().of(desk.clock().instant());
        new StartDetoxDialog(name, centre, today, desk.protocols().on(today), told(person), words, command -> {
                    desk.detoxes().start(write(person), command);
                    done("detox.started");
                })
                .open();
    }

    void omit(DetoxRow detox, String name) {
        var instruments = desk.protocols().version(detox.protocol(), detox.protocolVersion()).observations().stream()
                .map(planned -> planned.instrument())
                .toList();
        new OmitDialog(name, detox.id(), instruments, words, command -> {
                    desk.detoxes().omit(write(detox.person()), command);
                    done("detox.omitted");
                })
                .open();
    }

    void suspend(DetoxRow detox, String name) {
        new PauseDialog(name, words, reason -> {
                    desk.detoxes()
                            .pause(write(detox.person()), new PauseDetox(detox.id(), detox.version(), true, reason));
                    done("detox.suspended");
                })
                .open();
    }

    void resume(DetoxRow detox) {
        desk.detoxes().pause(write(detox.person()), new PauseDetox(detox.id(), detox.version(), false, null));
        done("detox.resumed");
    }

    void end(DetoxRow detox, String name) {
        end(detox, name, null);
    }

    /** @param preset the outcome that is offered; null for none */
    void end(DetoxRow detox, String name, @Nullable DetoxOutcome preset) {
        var open = desk.detoxes().open(write(detox.person()), detox.id());
        new EndDetoxDialog(name, detox, open, preset, words, command -> {
                    desk.detoxes().end(write(detox.person()), command);
                    done("detox.ended");
                })
                .open();
    }

    /** A physician saw the person whom a result called for. */
    void saw(DetoxRow detox, String name) {
        visitStep(detox, List.of(VisitStep.PHYSICIAN_SAW), null, name, () -> {});
    }

    /** The person is sent to emergency care; that the withdrawal ends with it is offered. */
    void sendToEmergency(DetoxRow detox, String name) {
        visitStep(
                detox,
                List.of(VisitStep.SENT_TO_EMERGENCY),
                null,
                name,
                () -> end(detox, name, DetoxOutcome.TRANSFERRED_HIGHER_CARE));
    }

    /** What was done about a missed visit. */
    void followUp(DetoxRow detox, LocalDate missed, String name) {
        var steps =
                Arrays.stream(VisitStep.values()).filter(VisitStep::followsUp).toList();
        visitStep(detox, steps, missed, name, () -> {});
    }

    private void visitStep(
            DetoxRow detox, List<VisitStep> steps, @Nullable LocalDate missed, String name, Runnable then) {
        new VisitStepDialog(name, detox, steps, missed, words, command -> {
                    desk.visits().tell(write(detox.person()), command);
                    done(command.step().key() + ".done");
                    then.run();
                })
                .open();
    }

    // What the person told is the proposal of what they withdraw from
    private List<Substance> told(PersonId person) {
        return desk.profiles().of(write(person)).current().stream()
                .flatMap(profile -> profile.substances(desk.substanceLists().version(profile.list())).stream())
                .map(Substance::told)
                .distinct()
                .toList();
    }

    private Grant write(PersonId person) {
        return desk.access().grant(person, Section.MEDICAL, Right.WRITE, Purpose.CARE);
    }

    private void done(String key) {
        Toast.success(words.say(key));
        changed.run();
    }
}
