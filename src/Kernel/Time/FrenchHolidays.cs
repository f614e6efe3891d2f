namespace Pupitre.Kernel.Time;

/// <summary>A legal holiday.</summary>
/// <param name="Date">The day.</param>
/// <param name="Name">The name of the official files, in French whatever the language.</param>
public sealed record Holiday(DateOnly Date, string Name);

/// <summary>The legal holidays of France by zone, computed for the years <see cref="FirstYear"/> to <see cref="LastYear"/>.</summary>
/// <remarks>
/// Source: article L3133-1 and following of the Code du travail, loi 82-1171 and the decrees on the abolition of slavery, and the
/// official files of Etalab, whose names are used and which keep Whit Monday in 2005 to 2007. Local customs are not legal holidays.
/// Saint-Martin: 28 May since 2018, as Etalab and the prefecture have it; article L3422-2 still printed 27 May in 2019, a clerical error that was
/// never corrected.
/// All members are safe to call from several threads.
/// </remarks>
public static class FrenchHolidays
{
    /// <summary>First year that is known.</summary>
    public const int FirstYear = 1950;

    /// <summary>Last year that is known.</summary>
    public const int LastYear = 2100;

    private const int Years = LastYear - FirstYear + 1;

    private static readonly Holiday[]?[] Known = new Holiday[HolidayZones.All.Count * Years][];

    /// <summary>The holidays of a year by date; two holidays on one day are two entries (1 May 2008).</summary>
    /// <exception cref="Refused">The year is outside <see cref="FirstYear"/> to <see cref="LastYear"/>.</exception>
    public static IReadOnlyList<Holiday> Of(HolidayZone zone, int year) => Computed(zone, year);

    /// <summary>Whether <paramref name="date"/> is a holiday in <paramref name="zone"/>.</summary>
    /// <exception cref="Refused">The year is outside <see cref="FirstYear"/> to <see cref="LastYear"/>.</exception>
    public static bool IsHoliday(HolidayZone zone, DateOnly date)
    {
        foreach (var holiday in Computed(zone, date.Year))
        {
            if (holiday.Date >= date)
            {
                return holiday.Date == date;
            }
        }

        return false;
    }

    // Two threads may compute the same year: the results are equal and the assignment is atomic.
    private static Holiday[] Computed(HolidayZone zone, int year)
    {
        if (year is < FirstYear or > LastYear)
        {
            throw new Refused(Texts.Time_HolidayYear.With(year.ToString(provider: null), FirstYear.ToString(provider: null), LastYear.ToString(provider: null)), "year");
        }

        ref var known = ref Known[((int)zone * Years) + year - FirstYear];
        return known ??= [.. National(year).Concat(Local(zone, year)).OrderBy(holiday => holiday.Date)];
    }

    private static IEnumerable<Holiday> National(int year)
    {
        var easter = Easter(year);
        yield return new(new(year, 1, 1), "1er janvier");
        yield return new(easter.AddDays(1), "Lundi de Pâques");
        yield return new(new(year, 5, 1), "1er mai");
        if (year is (>= 1953 and <= 1959) or >= 1982)
        {
            yield return new(new(year, 5, 8), "8 mai");
        }

        yield return new(easter.AddDays(39), "Ascension");
        yield return new(easter.AddDays(50), "Lundi de Pentecôte");
        yield return new(new(year, 7, 14), "14 juillet");
        yield return new(new(year, 8, 15), "Assomption");
        yield return new(new(year, 11, 1), "Toussaint");
        yield return new(new(year, 11, 11), "11 novembre");
        yield return new(new(year, 12, 25), "Jour de Noël");
    }

    private static IEnumerable<Holiday> Local(HolidayZone zone, int year)
    {
        if (zone == HolidayZone.AlsaceMoselle)
        {
            return [new(Easter(year).AddDays(-2), "Vendredi saint"), new(new(year, 12, 26), "2ème jour de Noël")];
        }

        return AbolitionOfSlavery(zone, year) is { } day ? [new(day, "Abolition de l'esclavage")] : [];
    }

    private static DateOnly? AbolitionOfSlavery(HolidayZone zone, int year) => zone switch
    {
        HolidayZone.LaReunion when year >= 1981 => new(year, 12, 20),
        _ when year < 1983 => null,
        HolidayZone.Mayotte => new(year, 4, 27),
        HolidayZone.Martinique => new(year, 5, 22),
        HolidayZone.Guadeloupe => new(year, 5, 27),
        HolidayZone.Guyane => new(year, 6, 10),
        HolidayZone.SaintBarthelemy => new(year, 10, 9),
        HolidayZone.SaintMartin => new(year, 5, year < 2018 ? 27 : 28),
        _ => null,
    };

    /// <summary>Easter Sunday of the Gregorian calendar, by the method of Meeus, Jones and Butcher.</summary>
    private static DateOnly Easter(int year)
    {
        var golden = year % 19;
        var (century, rest) = Math.DivRem(year, 100);
        var (quarters, odd) = Math.DivRem(century, 4);
        var correction = (century - ((century + 8) / 25) + 1) / 3;
        var epact = ((19 * golden) + century - quarters - correction + 15) % 30;
        var (leaps, left) = Math.DivRem(rest, 4);
        var weekday = (32 + (2 * odd) + (2 * leaps) - epact - left) % 7;
        var late = (golden + (11 * epact) + (22 * weekday)) / 451;
        var (month, day) = Math.DivRem(epact + weekday - (7 * late) + 114, 31);
        return new DateOnly(year, month, day + 1);
    }
}
