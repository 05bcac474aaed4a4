package org.relais.directory.ui;

import java.util.function.Consumer;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.i18n.I18NProvider;
import org.jspecify.annotations.Nullable;

import org.relais.directory.AddSheet;
import org.relais.directory.Sheet;
import org.relais.directory.SheetContent;
import org.relais.shared.FreeText;
import org.relais.shared.SheetId;
import org.relais.staff.Role;
import org.relais.uikit.FormDialog;
import org.relais.uikit.Toast;

/** Adds a sheet, as a file or as a text, or gives one a new text or file. */
final class SheetDialog extends FormDialog {

    private static final int MOST_BYTES = 5_000_000;

    private final transient DirectoryDesk desk;
    private final transient @Nullable Sheet before;
    private final transient Consumer<Sheet> saved;
    private final SheetId id;
    private final TextField title = new TextField(getTranslation("directory.library.column.title"));
    private final Select<Role> role = new Select<>();
    private final Select<String> language = new Select<>();
    private final TextArea text = new TextArea(getTranslation("directory.library.words"));
    private final Span chosen = new Span();
    private transient SheetContent.@Nullable Pdf file;

    /** @param before the sheet that gets a new text or file; null for a new one */
    SheetDialog(DirectoryDesk desk, @Nullable Sheet before, Consumer<Sheet> saved) {
        super(
                before == null
                        ? I18NProvider.translate("directory.library.add.title")
                        : I18NProvider.translate("directory.library.renew.title", before.title()),
                I18NProvider.translate(before == null ? "directory.library.add" : "directory.library.renew"));
        this.desk = desk;
        this.before = before;
        this.saved = saved;
        this.id = before == null ? SheetId.create() : before.id();
        var words = new DirectoryWords(getLocale());
        title.setMaxLength(FreeText.LINE);
        title.setRequiredIndicatorVisible(true);
        add("title", title);
        if (before == null) {
            role.setLabel(getTranslation("directory.library.role"));
            role.setItems(LibraryView.READERS);
            role.setEmptySelectionAllowed(true);
            role.setEmptySelectionCaption(getTranslation("directory.library.everybody"));
            role.setItemLabelGenerator(one -> getTranslation(one == null ? "directory.library.everybody" : one.key()));
            language.setLabel(getTranslation("directory.library.column.language"));
            language.setItems(LibraryView.LANGUAGES);
            language.setItemLabelGenerator(words::language);
            language.setValue(getLocale().getLanguage());
            add("role", role);
            add("language", language);
        } else {
            title.setValue(before.title());
        }
        var upload = FileField.of(this, getTranslation("directory.library.choose"), MOST_BYTES, ".pdf", this::take);
        chosen.addClassName("relais-meta");
        chosen.getElement().setAttribute("role", "status");
        text.setHelperText(getTranslation("directory.library.words.help"));
        text.setMinRows(6);
        fields(new Div(upload, chosen));
        add("content", text);
    }

    private void take(String name, byte[] bytes) {
        file = new SheetContent.Pdf(name, bytes);
        chosen.setText(getTranslation("directory.library.chosen", name));
    }

    @Override
    protected void save() {
        var content = file != null ? file : text.getValue().isBlank() ? null : new SheetContent.Text(text.getValue());
        var stands = before;
        var now = stands == null
                ? desk.library().add(new AddSheet(id, title.getValue(), role.getValue(), language.getValue(), content))
                : desk.library().renew(id, stands.version(), title.getValue(), content);
        saved.accept(now);
        Toast.success(getTranslation("directory.library.saved"));
    }
}
