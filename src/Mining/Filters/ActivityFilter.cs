namespace Pupitre.Mining;

/// <summary>What an <see cref="ActivityFilter"/> keeps.</summary>
public enum ActivityRule
{
    /// <summary>Cases in which one of the activities occurs.</summary>
    CasesWithAny,

    /// <summary>Cases in which all of them occur.</summary>
    CasesWithAll,

    /// <summary>Cases in which none of them occurs.</summary>
    CasesWithout,

    /// <summary>Cases that begin with one of them.</summary>
    CasesStarting,

    /// <summary>Cases that end with one of them.</summary>
    CasesEnding,

    /// <summary>Events of those activities; the others are passed over.</summary>
    Events,

    /// <summary>Events of all other activities.</summary>
    OtherEvents,
}

/// <summary>Keeps cases by what occurs in them, or the events of some activities.</summary>
/// <param name="Activities">Their names, exact.</param>
/// <param name="Rule">What is kept.</param>
public sealed record ActivityFilter(IReadOnlyList<string> Activities, ActivityRule Rule) : LogFilter
{
    public override string Words => (Rule switch
    {
        ActivityRule.CasesWithAny => Texts.Filter_WithAny,
        ActivityRule.CasesWithAll => Texts.Filter_WithAll,
        ActivityRule.CasesWithout => Texts.Filter_Without,
        ActivityRule.CasesStarting => Texts.Filter_Starting,
        ActivityRule.CasesEnding => Texts.Filter_Ending,
        ActivityRule.Events => Texts.Filter_EventsOf,
        _ => Texts.Filter_EventsBut,
    }).Filled(Listed(Activities));

    internal override LogView Apply(LogView view, CancellationToken token)
    {
        var log = view.Log;
        var chosen = Chosen(log.Activities, Activities);
        bool IsChosen(int item) => chosen[log.EventActivities[item]];
        return Rule switch
        {
            ActivityRule.Events => view.WithEvents(IsChosen, Words, token),
            ActivityRule.OtherEvents => view.WithEvents(item => !IsChosen(item), Words, token),
            ActivityRule.CasesStarting => view.WithCases(number => IsChosen(view.EndsOf(number).First), Words, token),
            ActivityRule.CasesEnding => view.WithCases(number => IsChosen(view.EndsOf(number).Last), Words, token),
            ActivityRule.CasesWithAll => view.WithCases(number => HasAll(view, number, chosen), Words, token),
            _ => view.WithCases(number => HasAny(view, number, IsChosen) == (Rule == ActivityRule.CasesWithAny), Words, token),
        };
    }

    private static bool HasAny(LogView view, int number, Func<int, bool> isChosen)
    {
        foreach (var item in view.EventsOf(number))
        {
            if (isChosen(item))
            {
                return true;
            }
        }

        return false;
    }

    private bool HasAll(LogView view, int number, bool[] chosen)
    {
        var seen = new HashSet<int>();
        foreach (var item in view.EventsOf(number))
        {
            var activity = view.Log.EventActivities[item];
            if (chosen[activity])
            {
                seen.Add(activity);
            }
        }

        return seen.Count == Activities.Distinct(StringComparer.Ordinal).Count();
    }
}
