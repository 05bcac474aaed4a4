package org.relais.history.ui;

import com.vaadin.flow.component.html.DescriptionList;

import org.relais.history.SubstanceAnswers;

/** The answers of a profile, question by question; what was not asked says so. */
class SubstanceLines extends DescriptionList {

    SubstanceLines(SubstanceWords words, SubstanceAnswers told) {
        addClassName("relais-substance-lines");
        for (var line : words.lines(told)) {
            var answer =
                    new Description(line.answer() == null ? words.say("history.substances.not-asked") : line.answer());
            answer.setClassName("relais-secondary", line.answer() == null);
            add(new Term(line.label()), answer);
        }
    }
}
