package org.relais.record.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;

import org.relais.access.Grant;
import org.relais.access.Right;
import org.relais.access.Section;
import org.relais.record.AnswerRequest;
import org.relais.record.AnswerRequest.Answer;
import org.relais.record.RequestDetail;
import org.relais.shared.RequestId;
import org.relais.uikit.BusyButton;
import org.relais.worklist.DueRow;

/** What the reader can answer of what they were asked, beneath it in the list of what is due. */
final class RequestActs extends Div {

    RequestActs(DueRow row, Grant record, RecordPages pages, Runnable answered) {
        var request = new RequestId(row.source());
        var requests = pages.writing().requests();
        addClassName("relais-request-acts");
        if (row.title().key() != null) {
            add(small(getTranslation("record.request.acknowledge"), () -> {
                requests.acknowledge(write(pages, record), request);
                answered.run();
            }));
            return;
        }
        var decline = new Button(
                getTranslation("record.request.decline"),
                _ -> new AnswerDialog(text -> {
                            requests.answer(write(pages, record), new AnswerRequest(request, Answer.DECLINED, text));
                            answered.run();
                        })
                        .open());
        decline.addThemeNames("small", "tertiary");
        add(
                small(getTranslation("record.request.done"), () -> {
                    requests.answer(write(pages, record), new AnswerRequest(request, Answer.DONE, null));
                    answered.run();
                }),
                decline);
    }

    /** Whether the reader has something to answer here. */
    static boolean fit(DueRow row, Grant record) {
        return row.kind().equals(RequestDetail.ASKED)
                && record.actor().id().equals(row.assignee())
                && record.mayWrite(Section.PLAN);
    }

    private static Button small(String label, Runnable act) {
        var button = new BusyButton(label, act);
        button.addThemeName("small");
        return button;
    }

    private static Grant write(RecordPages pages, Grant record) {
        return pages.access().grant(record.person(), Section.PLAN, Right.WRITE, record.purpose());
    }
}
