package org.relais.shell;

import java.util.Locale;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.server.VaadinRequest;

import org.relais.uikit.Glyph;
import org.relais.uikit.Initials;

/** Language, colour scheme and the user's own menu, at the end of the top bar. */
final class ToolMenu extends MenuBar {

    private final FramePreferences preferences;

    ToolMenu(FramePreferences preferences) {
        this.preferences = preferences;
        addClassName("relais-tools");
        addThemeName("tertiary");
        getElement().setAttribute("aria-label", getTranslation("shell.tools"));
        addLanguages();
        addSchemes();
    }

    /** The user's menu, its first line saying who is signed in. */
    void addUser(FrameUser user, Runnable signOut) {
        var root = addItem(new Initials(user.name(), user.discipline()));
        root.setAriaLabel(getTranslation("shell.user", user.name()));
        var who = new Span(new Span(user.name()), new Span(getTranslation(user.role())));
        who.addClassName("relais-who");
        root.getSubMenu().addItem(who).setEnabled(false);
        root.getSubMenu().addItem(line(Glyph.LOG_OUT.create(), getTranslation("shell.sign-out")), _ -> signOut.run());
    }

    private void addLanguages() {
        var now = getLocale().getLanguage();
        var root = addItem(line(Glyph.LANGUAGES.create(), now.toUpperCase(Locale.ROOT)));
        root.setAriaLabel(getTranslation("shell.language", getTranslation("shell.language." + now)));
        for (var locale : RelaisTranslations.LOCALES) {
            var language = locale.getLanguage();
            var words = new Span(getTranslation("shell.language." + language));
            words.getElement().setAttribute("lang", language);
            var item = root.getSubMenu().addItem(words, _ -> preferences.choose(UI.getCurrentOrThrow(), locale));
            item.setCheckable(true);
            item.setChecked(language.equals(now));
        }
    }

    private void addSchemes() {
        var chosen = preferences.scheme(VaadinRequest.getCurrent());
        var root = addItem(chosen.glyph().create());
        root.setAriaLabel(getTranslation("shell.scheme"));
        for (var scheme : Scheme.values()) {
            var item = root.getSubMenu().addItem(line(scheme.glyph().create(), getTranslation(scheme.key())));
            item.setCheckable(true);
            item.setChecked(scheme == chosen);
            item.addClickListener(_ -> choose(root, item, scheme));
        }
    }

    private void choose(MenuItem root, MenuItem chosen, Scheme scheme) {
        preferences.choose(UI.getCurrentOrThrow(), scheme);
        root.getSubMenu().getItems().forEach(item -> item.setChecked(item == chosen));
        root.removeAll();
        root.add(scheme.glyph().create());
    }

    private static Component line(Component icon, String words) {
        var line = new Span(icon, new Span(words));
        line.addClassName("relais-row");
        return line;
    }
}
