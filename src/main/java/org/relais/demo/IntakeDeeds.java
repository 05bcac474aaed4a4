package org.relais.demo;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

import org.relais.access.AccessService;
import org.relais.access.Purpose;
import org.relais.access.Right;
import org.relais.access.Section;
import org.relais.demand.Intake;
import org.relais.demand.SaveIntake;

/** What is asked at the beginning of a treatment for the treatment demand indicator. */
@Component
@ConditionalOnProperty("relais.demonstration")
class IntakeDeeds {

    private final Intake intake;
    private final AccessService access;

    IntakeDeeds(Intake intake, AccessService access) {
        this.intake = intake;
        this.access = access;
    }

    void perform(Life life, Deed.AnswerIntake deed) {
        var record = access.grant(life.person(), Section.RECORD);
        var sheet = intake.of(record).orElseThrow();
        var said = new EnumMap<Section, List<SaveIntake.Said>>(Section.class);
        for (var field : sheet.fields()) {
            var answer = deed.answers().get(field.item().item());
            if (answer != null && field.writable() && field.answer() == null) {
                said.computeIfAbsent(field.item().section(), _ -> new ArrayList<>())
                        .add(new SaveIntake.Said(field.item().item(), 0, answer.code(), answer.years()));
            }
        }
        said.forEach((section, answers) -> intake.save(
                access.grant(life.person(), section, Right.WRITE, Purpose.CARE),
                record,
                new SaveIntake(sheet.episode(), answers)));
    }
}
