package org.relais.oversight.ui;

import java.util.Iterator;

import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;

import org.relais.oversight.ReportText;
import org.relais.uikit.BusyButton;

/** A person's own report as they read it, in their language; the older days come when asked for. */
final class OwnReportSheet extends Article {

    private static final int DAYS = 40;

    private final transient Iterator<ReportText.Day> days;
    private final Div shown = new Div();
    private final BusyButton older = new BusyButton(getTranslation("oversight.own.older"), this::showMore);

    OwnReportSheet(ReportText text) {
        days = text.days().iterator();
        addClassName("relais-report-sheet");
        getElement().setAttribute("lang", text.language().getLanguage());
        older.getElement().setAttribute("lang", getLocale().getLanguage());
        add(new H2(text.title()));
        text.notes().forEach(note -> add(new Paragraph(note)));
        add(shown, older);
        var ending = new Div();
        ending.addClassName("relais-report-ending");
        text.ending().forEach(note -> ending.add(new Paragraph(note)));
        add(ending);
        showMore();
    }

    private void showMore() {
        for (var count = 0; count < DAYS && days.hasNext(); count++) {
            var day = days.next();
            var list = new UnorderedList();
            day.sentences().forEach(sentence -> list.add(new ListItem(sentence)));
            shown.add(new H3(day.head()), list);
        }
        older.setVisible(days.hasNext());
    }
}
