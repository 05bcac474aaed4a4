package org.relais.person.ui;

import java.util.stream.Collectors;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;

import org.relais.access.Section;
import org.relais.person.MergePreview;
import org.relais.shared.Severity;
import org.relais.uikit.Glyph;
import org.relais.uikit.NoticeBar;
import org.relais.uikit.Panel;

/** What a merge would change: names, rights that become stricter, and what does not go well together. */
final class MergeConsequences extends Div {

    MergeConsequences(MergePreview preview) {
        addClassName("relais-column");
        for (var warning : preview.warnings()) {
            add(new NoticeBar(
                    warning.refuses() ? Severity.CRITICAL : Severity.WARNING,
                    Glyph.TRIANGLE_ALERT,
                    getTranslation(warning.key(), warning.arguments().toArray()),
                    ""));
        }
        var list = new UnorderedList();
        list.addClassName("relais-merge-changes");
        var stays = preview.surviving().details().name();
        var joins = preview.absorbed().details().name();
        say(list, "person.merge.says.name", stays.display(), stays.fileNumber(), joins.display(), joins.fileNumber());
        say(list, "person.merge.says.found");
        if (!preview.noLongerShared().isEmpty()) {
            say(
                    list,
                    "person.merge.says.consent",
                    preview.noLongerShared().stream()
                            .sorted()
                            .map(section -> getTranslation(key(section)))
                            .collect(Collectors.joining(", ")));
        }
        if (preview.locksMore()) {
            say(list, "person.merge.says.locks");
        }
        if (preview.hides()) {
            say(list, "person.merge.says.protection");
        }
        say(list, "person.merge.says.undo");
        add(new Panel(getTranslation("person.merge.changes"), list));
    }

    private void say(UnorderedList list, String key, Object... arguments) {
        list.add(new ListItem(getTranslation(key, arguments)));
    }

    private static String key(Section section) {
        return section.key();
    }
}
