package org.relais.shell;

import java.util.Locale;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
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
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import org.springframework.beans.factory.ObjectProvider;

import org.relais.shared.Severity;
import org.relais.uikit.Glyph;
import org.relais.uikit.NoticeBar;
import org.relais.uikit.SegmentedSwitch;

/** Where everybody begins: what the portal is for, and the form. Language and colours can be chosen before signing in. */
@Route(value = SignInPage.PATH, autoLayout = false)
@AnonymousAllowed
public final class SignInPage extends Main implements BeforeEnterObserver, HasDynamicTitle {

    /** The path of this page, to which the form posts too. */
    public static final String PATH = "login";

    private final transient ObjectProvider<SignInAids> aids;
    private final transient FramePreferences preferences;
    private final Section side = new Section();

    SignInPage(ObjectProvider<SignInAids> aids, FramePreferences preferences) {
        this.aids = aids;
        this.preferences = preferences;
        addClassName("relais-sign-in");
        side.addClassName("relais-sign-in-side");
        side.setAriaLabel(getTranslation("shell.sign-in"));
        add(createPromise(), side);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var refused = event.getLocation().getQueryParameters().getParameters().containsKey("error");
        side.removeAll();
        side.add(createChoices(), createForm(refused));
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

    private Div createForm(boolean refused) {
        var form = new SignInForm(refused);
        var box = new Div(
                new H2(getTranslation("shell.sign-in")), new Paragraph(getTranslation("shell.sign-in.account")));
        box.addClassName("relais-sign-in-box");
        if (refused) {
            box.add(new NoticeBar(
                    Severity.CRITICAL,
                    getTranslation("shell.sign-in.refused"),
                    getTranslation("shell.sign-in.refused.text")));
        }
        box.add(form);
        aids.stream().map(aid -> aid.create(form::fill)).forEach(box::add);
        box.add(new NoticeBar(Severity.INFO, Glyph.SHIELD_CHECK, getTranslation("shell.sign-in.logged"), ""));
        return box;
    }
}
