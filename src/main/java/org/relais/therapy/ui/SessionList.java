package org.relais.therapy.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import org.jspecify.annotations.Nullable;

import org.relais.access.Grant;
import org.relais.access.Level;
import org.relais.access.Section;
import org.relais.shared.ProcessNoteId;
import org.relais.shared.Severity;
import org.relais.therapy.SessionCursor;
import org.relais.uikit.BusyButton;
import org.relais.uikit.EmptyState;
import org.relais.uikit.Formats;
import org.relais.uikit.Glyph;
import org.relais.uikit.NoticeBar;

/** The person's sessions, one page after the other. */
final class SessionList extends Div {

    private static final int PAGE = 20;

    private final transient TherapyDesk desk;
    private final transient Formats formats;
    private final UnorderedList list = new UnorderedList();
    private final Button older;
    private transient Grant grant;
    private transient @Nullable SessionCursor last;

    SessionList(TherapyDesk desk, Grant grant) {
        this.desk = desk;
        this.grant = grant;
        this.formats = desk.formats(grant, getLocale());
        addClassName("relais-sessions");
        list.addClassName("relais-session-list");
        older = new BusyButton(getTranslation("therapy.older"), this::showMore);
        var subtitle = new Paragraph(getTranslation("therapy.section.subtitle"));
        subtitle.addClassName("relais-secondary");
        add(subtitle);
        if (grant.level(Section.PSYCHOLOGICAL) != Level.READ) {
            var why = grant.locked(Section.PSYCHOLOGICAL) ? "therapy.locked" : "therapy.summary";
            add(new NoticeBar(Severity.INFO, getTranslation(why + ".title"), getTranslation(why + ".text")));
        }
        add(list, older);
        showMore();
        if (list.getComponentCount() == 0) {
            list.setVisible(false);
            add(new EmptyState(
                    Glyph.BRAIN, getTranslation("therapy.empty.title"), getTranslation("therapy.empty.text"), null));
        }
    }

    private void showMore() {
        grant = desk.fresh(grant);
        var page = desk.sessions().page(grant, last, PAGE);
        for (var row : page.rows()) {
            list.add(new ListItem(new SessionCard(row, formats, desk, this::openProcessNote)));
            last = row.cursor();
        }
        older.setVisible(page.more());
    }

    private void openProcessNote(ProcessNoteId note) {
        ProcessNoteDialog.open(desk, grant.person(), note, formats);
    }
}
