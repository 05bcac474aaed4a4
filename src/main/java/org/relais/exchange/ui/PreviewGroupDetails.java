package org.relais.exchange.ui;

import java.util.List;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;

import org.relais.exchange.ClinicalPreview;
import org.relais.exchange.PreviewLine;
import org.relais.shared.Severity;
import org.relais.uikit.Formats;
import org.relais.uikit.Glyph;
import org.relais.uikit.SeverityBadge;

/** The entries of one type behind their count; long lists grow by pages. */
final class PreviewGroupDetails extends Details {

    private static final int PAGE = 50;
    private static final int OPEN = 12;

    private final transient List<PreviewLine> lines;
    private final transient Formats formats;
    private final UnorderedList list = new UnorderedList();
    private final Button more;
    private int shown;

    PreviewGroupDetails(ClinicalPreview.Group group, Formats formats) {
        this.lines = group.lines();
        this.formats = formats;
        this.more = new Button("", _ -> show());
        list.addClassName("relais-preview-lines");
        setSummaryText(getTranslation("exchange.preview.group", AccountTable.word(this, group.type()), lines.size()));
        add(list, more);
        addClassName("relais-preview-group");
        setOpened(lines.size() <= OPEN);
        show();
    }

    private void show() {
        var end = Math.min(lines.size(), shown + PAGE);
        lines.subList(shown, end).forEach(line -> list.add(item(line)));
        shown = end;
        more.setText(getTranslation("exchange.preview.more", lines.size() - shown));
        more.setVisible(shown < lines.size());
    }

    private ListItem item(PreviewLine line) {
        var head = new Div();
        head.addClassName("relais-preview-head");
        if (line.urgent()) {
            head.add(new SeverityBadge(
                    Severity.CRITICAL, Glyph.TRIANGLE_ALERT, getTranslation("exchange.preview.urgent")));
        }
        var words = new Span(line.words());
        words.addClassName("relais-strong");
        head.add(words);
        for (var fact :
                List.of(StagedWords.when(line.when(), formats, getLocale()), StagedWords.status(this, line.status()))) {
            if (!fact.isEmpty()) {
                var span = new Span(fact);
                span.addClassName("relais-secondary");
                head.add(span);
            }
        }
        var item = new ListItem(head);
        if (line.more() != null) {
            var text = new Div(line.more());
            text.addClassName("relais-preview-text");
            item.add(text);
        }
        return item;
    }
}
