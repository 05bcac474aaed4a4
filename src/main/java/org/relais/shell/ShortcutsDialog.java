package org.relais.shell;

import java.util.Map;
import java.util.function.Consumer;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.DescriptionList;

import org.relais.uikit.KeyHint;

/** All shortcuts of the frame, and the switch for those of a single letter. */
final class ShortcutsDialog extends Dialog {

    /** @param words what each key does, by its keys as they are written */
    ShortcutsDialog(Map<String, String> words, boolean singleKeys, Consumer<Boolean> onSingleKeys) {
        addClassName("relais-shortcut-list");
        setHeaderTitle(getTranslation("shell.shortcuts"));
        var list = new DescriptionList();
        words.forEach((keys, meaning) -> list.add(
                new DescriptionList.Term(new KeyHint(keys.split(" "))), new DescriptionList.Description(meaning)));
        var choice = new Checkbox(getTranslation("shell.shortcuts.single"), singleKeys);
        choice.addValueChangeListener(change -> onSingleKeys.accept(change.getValue()));
        add(list, choice);
    }
}
