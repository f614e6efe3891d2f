using System.Globalization;
using NodaTime;
using Pupitre.Kernel;
using Pupitre.Kernel.Commitments;
using Pupitre.Kernel.Time;

namespace Pupitre.Sourcing.Commitments;

/// <summary>The parts of a clock in words.</summary>
internal static class ClockWords
{
    /// <summary>"1 jour ouvré, à la même heure", "16 h d'ouverture", "8 jours calendaires après « Échéance de la facture »".</summary>
    public static string Due(ClockRule rule) => rule.Target switch
    {
        DurationTarget duration => Texts.Sentence_OpenHours.With(Hours(duration.Length)),
        DayTarget { EndOfDay: true } day => Texts.Sentence_UntilClosing.With(DateWords.Days(day.Days, DayCount.Business)),
        DayTarget day => Texts.Sentence_SameHour.With(DateWords.Days(day.Days, DayCount.Business)),
        DateTarget date => Date(rule, date),
        _ => "",
    };

    public static IReadOnlyList<string> Details(ClockRule rule)
    {
        var details = new List<string> { Texts.Sentence_StopsAt.With(Names(rule.Stop)) };
        if (rule.Prerequisite is { } prerequisite)
        {
            details.Add(Texts.Sentence_NotBefore.With(DateWords.Days(prerequisite.Days, DayCount.Business), Names(prerequisite.Event)));
        }

        if (rule.Pause is { } pause)
        {
            details.Add(pause.To is { } to
                ? Texts.Sentence_PausedBetween.With(Names(pause.From), Names(to), Waiting(pause.WaitsOn))
                : Texts.Sentence_PausedAt.With(Names(pause.From), Waiting(pause.WaitsOn)));
        }

        if (rule.Cancel is { } cancel)
        {
            details.Add(Texts.Sentence_CancelledBy.With(Names(cancel)));
        }

        if (rule.Reopen is { } reopen)
        {
            details.Add(Texts.Sentence_ReopenedBy.With(Names(reopen)));
        }

        return details;
    }

    /// <summary>"« Question reçue »", "« Facture émise » ou « Échéance de la facture »", "« Wait - User » (lifecycle:transition)".</summary>
    public static string Names(EventPattern pattern)
    {
        var names = new List<string>();
        foreach (var alternative in pattern.Alternatives)
        {
            names.AddRange(alternative.Parts.Length == 1 && alternative.Parts[0].Name == EventPattern.ActivityName
                ? alternative.Parts[0].Values.Select(TemplateEvents.Translate).Distinct().Select(Quoted)
                : [string.Join(" " + Texts.Sentence_AndWord + " ", alternative.Parts.Select(Part))]);
        }

        return string.Join(" " + Texts.Sentence_OrWord + " ", names.Distinct());
    }

    private static string Part(PatternPart part)
    {
        var values = string.Join(" " + Texts.Sentence_OrWord + " ", part.Values.Select(TemplateEvents.Translate).Distinct().Select(Quoted));
        return part.Name == EventPattern.ActivityName ? values : values + " (" + part.Name + ")";
    }

    private static string Quoted(string name) => Texts.Sentence_Quoted.With(name);

    private static string Date(ClockRule rule, DateTarget date)
    {
        var from = date.Attribute is { } attribute ? Texts.Sentence_DateOf.With(attribute) : Names(date.Event ?? rule.Start);
        var offset = DateWords.Offset(date.Months, date.Days, date.Count);
        return (offset.Length == 0 ? Texts.Sentence_OnTheDayOf.With(from) : offset + " " + from) + DateWords.At(date.At) + DateWords.Roll(date.Roll);
    }

    private static string Hours(Duration length)
    {
        var minutes = (long)Math.Round(length.TotalMinutes);
        var hours = (minutes / 60).ToString(CultureInfo.InvariantCulture);
        return minutes % 60 == 0 ? hours + " h" : hours + " h " + (minutes % 60).ToString("00", CultureInfo.InvariantCulture);
    }

    private static string Waiting(Party party) => party switch
    {
        Party.Company => Texts.Sentence_WaitsOnUs,
        Party.Provider => Texts.Sentence_WaitsOnProvider,
        _ => Texts.Sentence_WaitsOnThird,
    };
}
