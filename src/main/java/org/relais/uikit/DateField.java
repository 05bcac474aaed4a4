package org.relais.uikit;

import java.time.DayOfWeek;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.IntStream;

import com.vaadin.flow.component.datepicker.DatePicker;

/** A date picker that speaks the user's language: names of months and days, Monday first, the date as it is written there. */
public class DateField extends DatePicker {

    @SuppressWarnings("this-escape")
    public DateField(String label) {
        super(label);
        var locale = getLocale();
        setLocale(locale);
        setI18n(new DatePickerI18n()
                .setMonthNames(Arrays.stream(Month.values())
                        .map(month -> month.getDisplayName(TextStyle.FULL_STANDALONE, locale))
                        .toList())
                .setWeekdays(IntStream.range(0, 7)
                        .mapToObj(day -> day(day, TextStyle.FULL_STANDALONE, locale))
                        .toList())
                .setWeekdaysShort(IntStream.range(0, 7)
                        .mapToObj(day -> day(day, TextStyle.SHORT_STANDALONE, locale))
                        .toList())
                .setFirstDayOfWeek(1)
                .setDateFormat(getTranslation("uikit.date-field.format"))
                .setToday(getTranslation("uikit.date-field.today"))
                .setCancel(getTranslation("uikit.cancel"))
                .setBadInputErrorMessage(getTranslation("uikit.date-field.bad"))
                .setRequiredErrorMessage(getTranslation("shared.error.required")));
    }

    // The component counts days from Sunday.
    private static String day(int fromSunday, TextStyle style, Locale locale) {
        return DayOfWeek.SUNDAY.plus(fromSunday).getDisplayName(style, locale);
    }
}
