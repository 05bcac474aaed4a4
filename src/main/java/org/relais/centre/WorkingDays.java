package org.relais.centre;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.ManagerParameters;
import org.springframework.stereotype.Component;

/**
 * Counts working days: Monday to Friday without the public holidays of the centre's country. A centre with the default
 * profile has weekends only.
 */
@Component
public class WorkingDays {

    private static final String DEFAULT_PROFILE = "DEFAULT";

    private final Map<String, HolidayManager> calendars = new ConcurrentHashMap<>();

    /**
     * The working day that is so many after a moment's.
     *
     * @param centre gives the country and the service day of the moment
     * @param days at least 1
     */
    public LocalDate after(Centre centre, Instant moment, int days) {
        if (days < 1) {
            throw new IllegalArgumentException("Working days are counted from 1: " + days);
        }
        var day = centre.serviceDay().of(moment);
        for (var left = days; left > 0; ) {
            day = day.plusDays(1);
            if (isWorkingDay(centre, day)) {
                left--;
            }
        }
        return day;
    }

    /** Whether people work on that day in the centre's country. */
    public boolean isWorkingDay(Centre centre, LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY
                && day.getDayOfWeek() != DayOfWeek.SUNDAY
                && (centre.countryProfile().equals(DEFAULT_PROFILE)
                        || !calendar(centre.countryProfile()).isHoliday(day));
    }

    private HolidayManager calendar(String country) {
        return calendars.computeIfAbsent(
                country,
                code -> HolidayManager.getInstance(ManagerParameters.create(code.toLowerCase(java.util.Locale.ROOT))));
    }
}
