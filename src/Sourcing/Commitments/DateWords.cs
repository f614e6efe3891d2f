using System.Globalization;
using NodaTime;
using Pupitre.Kernel;
using Pupitre.Kernel.Time;
using Pupitre.Platform.Words;

namespace Pupitre.Sourcing.Commitments;

/// <summary>Numbers of days, ordinals, hours and rolls in words.</summary>
public static class DateWords
{
    private static bool IsFrench => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName != "en";

    /// <summary>"2 jours ouvrés", "1 jour calendaire".</summary>
    public static string Days(int days, DayCount count) => (count switch
    {
        DayCount.Business => Math.Abs(days) < 2 ? Texts.Day_BusinessOne : Texts.Day_BusinessMany,
        DayCount.Working => Math.Abs(days) < 2 ? Texts.Day_WorkingOne : Texts.Day_WorkingMany,
        _ => Math.Abs(days) < 2 ? Texts.Day_CalendarOne : Texts.Day_CalendarMany,
    }).With(Math.Abs(days));

    /// <summary>"1 mois", "3 mois"; "1 month", "3 months".</summary>
    public static string Months(int months) => (Math.Abs(months) < 2 ? Texts.Day_MonthOne : Texts.Day_MonthMany).With(Math.Abs(months));

    /// <summary>"1er", "5e"; "1st", "5th".</summary>
    public static string Ordinal(int number) => IsFrench
        ? number == 1 ? "1er" : number.ToString(CultureInfo.InvariantCulture) + "e"
        : number.ToString(CultureInfo.InvariantCulture) + ((number % 100) is >= 11 and <= 13 ? "th" : (number % 10) switch { 1 => "st", 2 => "nd", 3 => "rd", _ => "th" });

    /// <summary>A day of the month: "1er", "20"; "1st", "20th".</summary>
    public static string DayOfMonth(int day) => IsFrench && day > 1 ? day.ToString(CultureInfo.InvariantCulture) : Ordinal(day);

    /// <summary>" à 12 h"; " at 12:00"; nothing for the end of the day.</summary>
    public static string At(LocalTime? hour) => hour is { } at ? " " + Texts.Sentence_At.With(Moments.Hour(at.ToTimeOnly())) : "";

    /// <summary>What happens to a day on which nobody works; nothing when it stays.</summary>
    public static string Roll(RollConvention roll) => roll switch
    {
        RollConvention.Following => Texts.Sentence_RollFollowing,
        RollConvention.Preceding => Texts.Sentence_RollPreceding,
        RollConvention.ModifiedFollowing => Texts.Sentence_RollModifiedFollowing,
        _ => "",
    };

    /// <summary>"3 mois et 15 jours calendaires après", or empty when nothing is added.</summary>
    internal static string Offset(int months, int days, DayCount count)
    {
        if (months == 0 && days == 0)
        {
            return "";
        }

        var length = months == 0 ? Days(days, count) : days == 0 ? Months(months) : Texts.Sentence_And.With(Months(months), Days(days, count));
        return (months < 0 || (months == 0 && days < 0) ? Texts.Sentence_Before : Texts.Sentence_After).With(length);
    }
}
