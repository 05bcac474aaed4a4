package org.relais.shell;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import com.vaadin.flow.i18n.I18NProvider;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * The texts of all rooms: every {@code i18n/<room>/texts_<language>.properties} on the class path, in UTF-8. French is
 * the language the service is written in and answers for any locale that is not provided. A text with arguments is a
 * {@link MessageFormat} in the user's locale; one without is shown as it stands.
 */
@Component
public class RelaisTranslations implements I18NProvider {

    /** The languages of the portal, the default first. */
    public static final List<Locale> LOCALES = List.of(Locale.FRENCH, Locale.ENGLISH, Locale.of("sv"));

    private static final Logger log = LoggerFactory.getLogger(RelaisTranslations.class);

    private final transient Map<String, Map<String, String>> texts = new HashMap<>();
    private final transient Set<String> missed = ConcurrentHashMap.newKeySet();

    public RelaisTranslations() {
        this("classpath*:i18n/*/texts_");
    }

    RelaisTranslations(String prefix) {
        for (var locale : LOCALES) {
            texts.put(locale.getLanguage(), read(prefix + locale.getLanguage() + ".properties"));
        }
    }

    @Override
    public List<Locale> getProvidedLocales() {
        return LOCALES;
    }

    @Override
    public Locale getDefaultLocale() {
        return Locale.FRENCH;
    }

    /** The text of a key, or the key in brackets when a bundle lacks it. */
    @Override
    public String getTranslation(String key, Locale locale, Object... arguments) {
        var language = language(locale);
        var text = textsOf(language).get(key);
        if (text == null) {
            if (missed.add(language + " " + key)) {
                log.warn("No text for {} in {}", key, language);
            }
            return "[" + key + "]";
        }
        return arguments.length == 0 ? text : new MessageFormat(text, Locale.of(language)).format(arguments);
    }

    /** Whether there is a text, for those that are optional. */
    public boolean has(String key, Locale locale) {
        return textsOf(language(locale)).containsKey(key);
    }

    private Map<String, String> textsOf(String language) {
        return texts.getOrDefault(language, Map.of());
    }

    private static String language(Locale locale) {
        return LOCALES.stream()
                .map(Locale::getLanguage)
                .filter(locale.getLanguage()::equals)
                .findFirst()
                .orElse(LOCALES.getFirst().getLanguage());
    }

    private static Map<String, String> read(String pattern) {
        var all = new HashMap<String, String>();
        try {
            for (var resource : new PathMatchingResourcePatternResolver().getResources(pattern)) {
                var bundle = new Properties();
                try (var reader = new InputStreamReader(resource.getInputStream(), StandardCharsets.UTF_8)) {
                    bundle.load(reader);
                }
                bundle.forEach((key, text) -> all.put((String) key, (String) text));
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return Map.copyOf(all);
    }
}
