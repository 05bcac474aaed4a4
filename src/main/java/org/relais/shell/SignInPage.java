package org.relais.shell;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import org.springframework.beans.factory.ObjectProvider;

import org.relais.shared.Severity;
import org.relais.staff.ExternalSignIn;
import org.relais.staff.SessionEnd;
import org.relais.uikit.Glyph;
import org.relais.uikit.NoticeBar;
import org.relais.uikit.SegmentedSwitch;

/**
 * Where everybody begins: what the portal is for, and the way in. That is a form or, with an identity provider, a link to
 * it; after a session ended, or a sign-in led to nothing, the page says why and whom to ask. Language and colours can be
 * chosen before signing in.
 */
@Route(value = SignInPage.PATH, autoLayout = false)
@AnonymousAllowed
public final class SignInPage extends Main implements BeforeEnterObserver, HasDynamicTitle {

    /** The path of this page, to which the form posts too. */
    public static final String PATH = "login";

    /** The parameter that says why a session ended; its value is a word of {@link SessionEnd}. */
    static final String ENDED = "ended";

    /** The parameter that says where to go on, as a path of this portal. */
    static final String CONTINUE = "continue";

    private static final String REFUSED = "refused";
    private static final String FORM_REFUSED = "error";
    private static final Pattern OWN_PATH = Pattern.compile("/[A-Za-z0-9/_-]*(\\?write=[a-z.-]+)?");
    private static final Set<String> REFUSALS =
            Set.of("unknown-account", "no-role", "several-roles", "unavailable", "failed");

    private final transient ObjectProvider<SignInAids> aids;
    private final transient ObjectProvider<ExternalSignIn> external;
    private final transient FramePreferences preferences;
    private final Section side = new Section();

    SignInPage(ObjectProvider<SignInAids> aids, ObjectProvider<ExternalSignIn> external, FramePreferences preferences) {
        this.aids = aids;
        this.external = external;
        this.preferences = preferences;
        addClassName("relais-sign-in");
        side.addClassName("relais-sign-in-side");
        side.setAriaLabel(getTranslation("shell.sign-in"));
        add(createPromise(), side);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var asked = event.getLocation().getQueryParameters();
        side.removeAll();
        side.add(createChoices(), createBox(asked));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("shell.sign-in.page-title");
    }

    private Section createPromise() {
        var words = new Div(
                new H1(getTranslation("shell.sign-in.promise")),
                new Paragraph(getTranslation("shell.sign-in.purpose")));
        words.addClassName("relais-promise");
        var promise = new Section(new Mark(), words);
        promise.addClassName("relais-sign-in-promise");
        promise.setAriaLabel(getTranslation("shell.name"));
        return promise;
    }

    private Header createChoices() {
        var languages = new SegmentedSwitch<Locale>(
                getTranslation("shell.language.label"),
                locale -> getTranslation("shell.language." + locale.getLanguage()),
                RelaisTranslations.LOCALES.toArray(Locale[]::new));
        languages.setValue(RelaisTranslations.LOCALES.stream()
                .filter(locale -> locale.getLanguage().equals(getLocale().getLanguage()))
                .findFirst()
                .orElse(Locale.FRENCH));
        languages.addValueChangeListener(change -> preferences.choose(UI.getCurrentOrThrow(), change.getValue()));
        var night = new Button(Glyph.MOON.create(), _ -> toggleNight());
        night.addThemeName("tertiary");
        night.setAriaLabel(getTranslation("shell.scheme.toggle"));
        return new Header(languages, night);
    }

    private void toggleNight() {
        var night = preferences.scheme(VaadinRequest.getCurrent()) == Scheme.NIGHT;
        preferences.choose(UI.getCurrentOrThrow(), night ? Scheme.LIGHT : Scheme.NIGHT);
    }

    private Div createBox(QueryParameters asked) {
        var box = new Div(
                new H2(getTranslation("shell.sign-in")), new Paragraph(getTranslation("shell.sign-in.account")));
        box.addClassName("relais-sign-in-box");
        var ended = asked.getSingleParameter(ENDED).flatMap(SignInPage::end);
        ended.map(this::createEnd).ifPresent(box::add);
        asked.getSingleParameter(REFUSED)
                .filter(REFUSALS::contains)
                .map(this::createRefusal)
                .ifPresent(box::add);
        if (ended.isPresent()) {
            box.add(createLink(
                    "shell.sign-in.resume",
                    asked.getSingleParameter(CONTINUE)
                            .filter(path -> OWN_PATH.matcher(path).matches())
                            .orElse("/")));
        } else if (external.getIfAvailable() instanceof ExternalSignIn provider) {
            box.add(createLink("shell.sign-in.submit", provider.path()));
        } else {
            addForm(box, asked.getParameters().containsKey(FORM_REFUSED));
        }
        box.add(new NoticeBar(Severity.INFO, Glyph.SHIELD_CHECK, getTranslation("shell.sign-in.logged"), ""));
        return box;
    }

    private static Optional<SessionEnd> end(String word) {
        return Arrays.stream(SessionEnd.values())
                .filter(end -> end.word().equals(word))
                .findFirst();
    }

    private NoticeBar createEnd(SessionEnd end) {
        var key = "shell.ended." + end.word();
        var severity = end == SessionEnd.IDLE || end == SessionEnd.SIGNED_OUT ? Severity.INFO : Severity.WARNING;
        return new NoticeBar(severity, getTranslation(key), getTranslation(key + ".text"));
    }

    private NoticeBar createRefusal(String word) {
        var key = "shell.refused." + word;
        return new NoticeBar(Severity.CRITICAL, getTranslation(key), getTranslation(key + ".text"));
    }

    private Anchor createLink(String words, String address) {
        var link = new Anchor("." + address, getTranslation(words));
        link.addClassName("relais-submit");
        link.setRouterIgnore(true);
        link.getElement().setAttribute("autofocus", "");
        return link;
    }

    private void addForm(Div box, boolean refused) {
        var form = new SignInForm(refused);
        if (refused) {
            box.add(new NoticeBar(
                    Severity.CRITICAL,
                    getTranslation("shell.sign-in.refused"),
                    getTranslation("shell.sign-in.refused.text")));
        }
        box.add(form);
        aids.stream().map(aid -> aid.create(form::fill)).forEach(box::add);
    }
}
