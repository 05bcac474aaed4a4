package org.relais.shell;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.server.menu.MenuConfiguration;
import com.vaadin.flow.server.menu.MenuEntry;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.relais.uikit.GlyphIcon;
import org.relais.uikit.MenuBadge;

/**
 * The main navigation: the views the signed-in user may open, in groups by their order. A {@code @Menu} title is a
 * bundle key, its icon the name of a glyph; its order is 0 to 9 for the entries above all groups, 10 to 39 for care, 40
 * to 69 for support, 70 to 89 for the team and from 90 for steering and administration. The browser draws it: in
 * components it would be a fifth of what each window keeps on the server.
 */
@Tag("relais-menu")
@JsModule("context://scripts/relais-menu.js")
@JsModule(GlyphIcon.SCRIPT)
final class MainMenu extends Component {

    private final transient List<MenuLink> links = new ArrayList<>();

    MainMenu(List<MenuBadge> badges, Runnable openShortcuts) {
        getElement().getClassList().add("relais-menu");
        getElement().setAttribute("role", "navigation");
        getElement().setAttribute("aria-label", getTranslation("shell.menu.label"));
        getElement().setAttribute("shortcuts", getTranslation("shell.shortcuts"));
        var byPath = badges.stream()
                .collect(Collectors.toMap(badge -> strip(badge.path()), badge -> badge, (first, _) -> first));
        var groups = new ArrayList<Group>();
        grouped().forEach((group, entries) -> groups.add(group(group, entries, byPath)));
        getElement().setAttribute("items", JsonMapper.shared().writeValueAsString(groups));
        getElement().addEventListener("relais-shortcuts-asked", _ -> openShortcuts.run());
    }

    /** Marks the entry whose path the location is, or lies below; its title, or nothing for a page of no entry. */
    Optional<String> show(String location) {
        var best = links.stream()
                .filter(link -> location.equals(link.path()) || location.startsWith(link.path() + "/"))
                .max(Comparator.comparingInt(link -> link.path().length()));
        best.ifPresentOrElse(
                link -> getElement().setAttribute("current", link.path()),
                () -> getElement().removeAttribute("current"));
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

    private Group group(MenuGroup group, List<MenuEntry> entries, Map<String, MenuBadge> badges) {
        var own = entries.stream()
                .map(entry -> MenuLink.of(entry, getTranslation(entry.title()), badges.get(strip(entry.path()))))
                .toList();
        links.addAll(own);
        return new Group(group == MenuGroup.TOP ? null : getTranslation(group.key()), own);
    }

    /** @param head its title; null for what stands above all groups */
    record Group(@Nullable String head, List<MenuLink> links) {}
}
