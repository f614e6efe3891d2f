using Pupitre.Kernel;

namespace Pupitre.Gathering.Today;

/// <summary>What is to be done today, in words.</summary>
public static class TodayWords
{
    /// <summary>The sentence on top: how many things stand under each heading.</summary>
    public static string Answer(IReadOnlyList<TodayGroup> groups)
    {
        var parts = groups.Select(group => Counted(group.Urgency).With(group.Count)).ToList();
        return parts switch
        {
            [] => Texts.Today_Nothing,
            [var only] => Texts.Today_Sentence.With(only),
            [.. var first, var last] => Texts.Today_Sentence.With(Texts.Today_And.With(string.Join(", ", first), last)),
        };
    }

    public static string Of(Urgency urgency) => urgency switch
    {
        Urgency.Late => Texts.Today_Late,
        Urgency.Tonight => Texts.Today_Tonight,
        Urgency.Week => Texts.Today_Week,
        Urgency.Answer => Texts.Today_Answer,
        Urgency.Decide => Texts.Today_Decide,
        _ => Texts.Today_Mend,
    };

    /// <summary>A line as a mail says it: under which heading it stands, what it is, whom it waits for.</summary>
    public static string Line(TodayLine line) => line.Who is null
        ? Texts.Today_MailLine.With(Of(line.Urgency), line.Text)
        : Texts.Today_MailLineWho.With(Of(line.Urgency), line.Text, line.Who);

    /// <summary>What the day of such lines means.</summary>
    public static string DayOf(Urgency urgency) =>
        urgency is Urgency.Tonight or Urgency.Week or Urgency.Decide ? Texts.Today_By : Texts.Today_Since;

    private static string Counted(Urgency urgency) => urgency switch
    {
        Urgency.Late => Texts.Today_CountLate,
        Urgency.Tonight => Texts.Today_CountTonight,
        Urgency.Week => Texts.Today_CountWeek,
        Urgency.Answer => Texts.Today_CountAnswer,
        Urgency.Decide => Texts.Today_CountDecide,
        _ => Texts.Today_CountMend,
    };
}
