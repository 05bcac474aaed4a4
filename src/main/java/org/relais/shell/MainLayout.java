package org.relais.shell;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import jakarta.annotation.security.PermitAll;
import jakarta.servlet.http.HttpSession;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Layout;
import com.vaadin.flow.router.RouterLayout;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.WrappedHttpSession;
import com.vaadin.flow.spring.security.AuthenticationContext;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;

import org.relais.staff.LiveSessions;
import org.relais.staff.SessionEnd;
import org.relais.uikit.MenuBadge;
import org.relais.uikit.PageBanner;
import org.relais.uikit.PageShortcuts;
import org.relais.uikit.PaletteSource;
import org.relais.uikit.WidePage;

/** The frame around every page: top bar, menu, banners, and the page itself as the main landmark. */
@Layout
@PermitAll
public final class MainLayout extends Div implements RouterLayout, AfterNavigationObserver {

    private static final String CONTENT = "content";

    private final transient List<PaletteSource> sources;
    private final transient List<PageBanner> banners;
    private final transient FramePreferences preferences;
    private final transient Map<String, MenuShortcut> menuShortcuts = new LinkedHashMap<>();
    private final transient Clock clock;
    private final Main main = new Main();
    private final Div bannerPlace = new Div();
    private final MainMenu menu;
    private final TopBar topBar;
    private final Shortcuts shortcuts;
    private boolean arrived;

    MainLayout(
            ObjectProvider<MenuBadge> badges,
            ObjectProvider<PaletteSource> sources,
            ObjectProvider<PageBanner> banners,
            SignedInStaff staff,
            LiveSessions sessions,
            Clock clock,
            AuthenticationContext authentication,
            FramePreferences preferences,
            RelaisTranslations texts) {
        this.sources = sources.stream().toList();
        this.banners = banners.stream().toList();
        this.preferences = preferences;
        this.clock = clock;
        addClassName("relais-frame");

        var user = staff.find();
        var tools = new ToolMenu(preferences);
        user.ifPresent(signedIn -> tools.addUser(signedIn, () -> signOut(authentication, sessions)));
        topBar = new TopBar(
                user.map(FrameUser::centre).orElse(null),
                tools,
                this::openPalette,
                narrow -> setClassName("relais-narrow", narrow));
        menu = new MainMenu(badges.stream().toList(), this::openShortcuts);
        MenuShortcut.all(texts, getLocale()).forEach(shortcut -> menuShortcuts.put(shortcut.keys(), shortcut));
        shortcuts = new Shortcuts(
                Stream.concat(Stream.of(getTranslation("shell.key.palette"), "?"), menuShortcuts.keySet().stream())
                        .toList(),
                preferences.singleKeys(VaadinRequest.getCurrent()),
                this::pressed);
        main.setId(CONTENT);
        main.getElement().setAttribute("tabindex", "-1");
        bannerPlace.addClassName("relais-banners");
        main.add(bannerPlace);
        add(createSkipLink(), topBar, menu, main, shortcuts);
        user.ifPresent(signedIn -> add(createIdleLock(signedIn, sessions)));
    }

    @Override
    public void showRouterLayoutContent(HasElement content) {
        main.getElement().appendChild(content.getElement());
    }

    @Override
    public void removeRouterLayoutContent(@Nullable HasElement oldContent) {
        if (oldContent != null) {
            oldContent.getElement().removeFromParent();
        }
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        var location = event.getLocation().getPath();
        topBar.show(trail(menu.show(location), event));
        topBar.makeRoom(event.getActiveChain().stream().anyMatch(WidePage.class::isInstance));
        showBanners();
        if (arrived) {
            main.getElement().executeJs("this.scrollTop = 0; (this.querySelector('h1') ?? this).focus()");
        }
        arrived = true;
    }

    @Override
    protected void onAttach(AttachEvent event) {
        event.getUI()
                .getPage()
                .executeJs(
                        "document.documentElement.dataset.clockOffset = Number($0) - Date.now()",
                        String.valueOf(clock.millis()));
    }

    // What stands there already stays: taken away and put back, it would be read out again
    private void showBanners() {
        var wanted =
                banners.stream().flatMap(banner -> banner.create().stream()).toList();
        if (!wanted.equals(bannerPlace.getChildren().toList())) {
            bannerPlace.removeAll();
            wanted.forEach(bannerPlace::add);
        }
    }

    // The other windows first: their connections end with the session.
    private void signOut(AuthenticationContext authentication, LiveSessions sessions) {
        httpSession().ifPresent(sessions::signingOut);
        getElement().executeJs("return true").then(_ -> authentication.logout());
    }

    private static IdleLock createIdleLock(FrameUser user, LiveSessions sessions) {
        return new IdleLock(
                sessions.limit(user.acting()),
                sessions.warning(),
                sessions.reporting(),
                () -> httpSession().ifPresent(sessions::active),
                () -> httpSession().ifPresent(session -> sessions.end(session, SessionEnd.IDLE)));
    }

    private static Optional<HttpSession> httpSession() {
        return VaadinSession.getCurrent().getSession() instanceof WrappedHttpSession wrapped
                ? Optional.of(wrapped.getHttpSession())
                : Optional.empty();
    }

    private Anchor createSkipLink() {
        var skip = new Anchor("#" + CONTENT, getTranslation("shell.skip"));
        skip.addClassName("relais-skip");
        skip.setRouterIgnore(true);
        skip.getElement()
                .executeJs(
                        "this.addEventListener('click', event => { event.preventDefault(); document.getElementById($0).focus() })",
                        CONTENT);
        return skip;
    }

    private static List<String> trail(Optional<String> entry, AfterNavigationEvent event) {
        var page = event.getActiveChain().stream()
                .filter(HasDynamicTitle.class::isInstance)
                .map(view -> ((HasDynamicTitle) view).getPageTitle())
                .findFirst();
        return Stream.concat(entry.stream(), page.stream()).distinct().toList();
    }

    private void pressed(String keys) {
        if (keys.equals("?")) {
            openShortcuts();
        } else if (menuShortcuts.get(keys) instanceof MenuShortcut shortcut) {
            UI.getCurrentOrThrow().navigate(shortcut.path());
        } else {
            openPalette();
        }
    }

    private void openPalette() {
        new CommandPalette(sources).open();
    }

    private void openShortcuts() {
        var words = new LinkedHashMap<String, String>();
        words.put(getTranslation("shell.key.palette"), getTranslation("shell.palette"));
        menuShortcuts.values().forEach(shortcut -> words.put(shortcut.keys(), shortcut.title()));
        getUI().stream()
                .flatMap(ui -> ui.getActiveRouterTargetsChain().stream())
                .filter(PageShortcuts.class::isInstance)
                .forEach(page -> words.putAll(((PageShortcuts) page).shortcuts()));
        words.put("?", getTranslation("shell.shortcuts"));
        new ShortcutsDialog(words, preferences.singleKeys(VaadinRequest.getCurrent()), on -> {
                    preferences.chooseSingleKeys(on);
                    shortcuts.setSingleKeys(on);
                })
                .open();
    }
}
