package org.relais.shell;

import java.util.Locale;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.i18n.I18NProvider;
import com.vaadin.flow.server.CustomizedSystemMessages;
import com.vaadin.flow.server.ErrorEvent;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.SystemMessages;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.communication.IndexHtmlResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;

import org.relais.shared.NotFound;
import org.relais.shared.RelaisException;
import org.relais.shared.StaleVersion;
import org.relais.uikit.Toast;

/** What holds for every session and window: language, colours, words for a lost connection, and what an error looks like. */
@Component
class FrameStart implements VaadinServiceInitListener {

    private final FramePreferences preferences;
    private final RelaisTranslations texts;

    FrameStart(FramePreferences preferences, RelaisTranslations texts) {
        this.preferences = preferences;
        this.texts = texts;
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        var service = event.getSource();
        event.addIndexHtmlRequestListener(this::dress);
        service.setSystemMessagesProvider(info -> messages(info.getLocale()));
        service.addSessionInitListener(session -> {
            session.getSession().setLocale(preferences.locale(session.getRequest()));
            session.getSession().setErrorHandler(FrameStart::say);
        });
        service.addUIInitListener(window -> {
            preferences.takeUp(window.getUI());
            speakOfTheConnection(window.getUI());
        });
    }

    // Language and colours stand in the page before the first script runs, so nothing flashes.
    private void dress(IndexHtmlResponse response) {
        var page = response.getDocument().root().selectFirst("html");
        if (page == null) {
            return;
        }
        var request = response.getVaadinRequest();
        var scheme = preferences.scheme(request);
        page.attr("lang", preferences.locale(request).getLanguage());
        page.attr("theme", scheme.value().getThemeValue());
    }

    private SystemMessages messages(Locale locale) {
        var messages = new CustomizedSystemMessages();
        // The page loads again by itself, at the same address: behind a proxy the session may have ended with its node,
        // and whoever is still signed in at the identity provider is back without a click
        messages.setSessionExpiredNotificationEnabled(false);
        messages.setInternalErrorCaption(texts.getTranslation("shell.error.unexpected.title", locale));
        messages.setInternalErrorMessage(texts.getTranslation("shell.session.broken.text", locale));
        messages.setSyncErrorCaption(texts.getTranslation("shell.session.sync", locale));
        messages.setSyncErrorMessage(texts.getTranslation("shell.session.broken.text", locale));
        messages.setCookiesDisabledCaption(texts.getTranslation("shell.session.cookies", locale));
        messages.setCookiesDisabledMessage(texts.getTranslation("shell.session.cookies.text", locale));
        return messages;
    }

    private static void speakOfTheConnection(UI window) {
        var lost = window.getTranslation("shell.connection.lost");
        var configuration = window.getReconnectDialogConfiguration();
        configuration.setDialogText(lost);
        configuration.setDialogTextGaveUp(window.getTranslation("shell.connection.gave-up"));
        window.getPage()
                .executeJs(
                        "const indicator = window.Vaadin?.connectionIndicator; if (indicator) {"
                                + "indicator.onlineText = $0; indicator.offlineText = $1; indicator.reconnectingText = $1 }",
                        window.getTranslation("shell.connection.back"),
                        lost);
    }

    private static void say(ErrorEvent event) {
        var refusal = refusal(event.getThrowable());
        var window = UI.getCurrent();
        if (refusal == null) {
            var reference = FailureLog.record(event.getThrowable());
            if (window != null) {
                Toast.error(I18NProvider.translate("shell.error.unexpected.toast", reference));
            }
        } else if (window != null) {
            Toast.error(I18NProvider.translate(refusal.key(), refusal.arguments()));
        }
    }

    private static @Nullable RelaisException refusal(Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            switch (cause) {
                case RelaisException refusal -> {
                    return refusal;
                }
                case OptimisticLockingFailureException _ -> {
                    return new StaleVersion();
                }
                case AccessDeniedException _ -> {
                    return new NotFound();
                }
                default -> {}
            }
        }
        return null;
    }
}
