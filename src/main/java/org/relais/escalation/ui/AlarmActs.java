package org.relais.escalation.ui;

import java.util.Locale;

import org.relais.escalation.AcknowledgeAlarm;
import org.relais.escalation.Alarm;
import org.relais.escalation.AlarmAnswered;
import org.relais.escalation.AlarmState;
import org.relais.escalation.ResolveAlarm;
import org.relais.shared.Conflict;
import org.relais.shared.RelaisException;
import org.relais.uikit.Toast;

/** Answers alarms, and says who was first when somebody else was. */
final class AlarmActs {

    private final AlarmDesk desk;
    private final AlarmWords words;
    private final Locale locale;
    private final Runnable changed;

    /** @param changed draws the alarms again */
    AlarmActs(AlarmDesk desk, AlarmWords words, Locale locale, Runnable changed) {
        this.desk = desk;
        this.words = words;
        this.locale = locale;
        this.changed = changed;
    }

    void acknowledge(Alarm shown) {
        try {
            desk.escalations()
                    .acknowledge(desk.write(shown.person()), new AcknowledgeAlarm(shown.id(), shown.version()));
            Toast.success(AlarmWords.say(locale, "escalation.acknowledged"));
        } catch (AlarmAnswered answered) {
            Toast.error(first(answered.stored()));
        } catch (RelaisException refusal) {
            Toast.error(AlarmWords.say(locale, refusal.key(), refusal.arguments()));
        }
        changed.run();
    }

    void resolve(Alarm shown, String title) {
        new ResolveAlarmDialog(title, note -> {
                    try {
                        desk.escalations()
                                .resolve(
                                        desk.write(shown.person()),
                                        new ResolveAlarm(shown.id(), shown.version(), note));
                    } catch (AlarmAnswered answered) {
                        changed.run();
                        throw new Conflict("escalation.error.answered", first(answered.stored()));
                    }
                    Toast.success(AlarmWords.say(locale, "escalation.resolved"));
                    changed.run();
                })
                .open();
    }

    private String first(Alarm stored) {
        var resolved = stored.state() == AlarmState.RESOLVED ? stored.resolved() : null;
        if (resolved != null) {
            return words.answered("escalation.resolved.by", resolved, stored.centre(), locale);
        }
        var acknowledged = stored.acknowledged();
        return acknowledged == null
                ? AlarmWords.say(locale, "shared.error.stale")
                : words.answered("escalation.acknowledged.by", acknowledged, stored.centre(), locale);
    }
}
