package org.relais.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.server.menu.MenuConfiguration;
import com.vaadin.flow.server.menu.MenuEntry;

import org.relais.uikit.Glyph;
import org.relais.uikit.MenuBadge;

/**
 * The main navigation: the views the signed-in user may open, in groups by their order. A {@code @Menu} title is a
 * bundle key, its icon the name of a glyph; its order is 0 to 9 for the entries above all groups, 10 to 39 for care, 40
 * to 69 for support, 70 to 89 for the team and from 90 for steering and administration.
 */
final class MainMenu extends Nav {

    private final transient List<MenuLink> links = new ArrayList<>();

    MainMenu(List<MenuBadge> badges, Runnable openShortcuts) {
        addClassName("relais-menu");
        setAriaLabel(getTranslation("shell.menu.label"));
        var byPath = badges.stream()
                .collect(Collectors.toMap(badge -> strip(badge.path()), badge -> badge, (first, _) -> first));
        grouped().forEach((group, entries) -> addGroup(group, entries, byPath));
        add(createShortcuts(openShortcuts));
    }

    /** Marks the entry whose path the location is, or lies below; its title, or nothing for a page of no entry. */
    Optional<String> show(String location) {
        var best = links.stream()
                .filter(link -> location.equals(link.path()) || location.startsWith(link.path() + "/"))
                .max((left, right) ->
                        Integer.compare(left.path().length(), right.path().length()));
        links.forEach(link -> link.setCurrent(best.isPresent() && best.get() == link));
        return best.map(MenuLink::title);
    }

    static String strip(String path) {
        return path.startsWith("/") ? path.substring(1) : path;
    }

    private static Map<MenuGroup, List<MenuEntry>> grouped() {
        return MenuConfiguration.getMenuEntries().stream()
                .collect(
                        Collectors.groupingBy(entry -> MenuGroup.of(entry.order()), TreeMap::new, Collectors.toList()));
    }

    private static NativeButton createShortcuts(Runnable open) {
        var shortcuts = new NativeButton();
        var words = shortcuts.getTranslation("shell.shortcuts");
        var key = new Span("?");
        key.addClassName("relais-menu-key");
        shortcuts.addClassNames("relais-menu-link", "relais-menu-foot");
        shortcuts.setTitle(words);
        shortcuts.add(Glyph.KEYBOARD.create(), new Span(words), key);
        shortcuts.addClickListener(_ -> open.run());
        return shortcuts;
    }

    private void addGroup(MenuGroup group, List<MenuEntry> entries, Map<String, MenuBadge> badges) {
        var list = new UnorderedList();
        for (var entry : entries) {
            var link = new MenuLink(entry, badges.get(strip(entry.path())));
            links.add(link);
            list.add(new ListItem(link));
        }
        var box = new Div();
        if (group != MenuGroup.TOP) {
            box.add(new H2(getTranslation(group.key())));
        }
        box.add(list);
        add(box);
    }
}
