namespace Pupitre.Mining;

/// <summary>What a <see cref="FollowerFilter"/> keeps.</summary>
public enum FollowerRule
{
    /// <summary>Cases in which the one directly follows the other somewhere.</summary>
    Directly,

    /// <summary>Cases in which it follows at some time after.</summary>
    Eventually,

    /// <summary>Cases in which it never directly follows.</summary>
    NeverDirectly,

    /// <summary>Cases in which it never follows at all.</summary>
    Never,
}

/// <summary>Keeps cases by what follows what in them.</summary>
/// <param name="From">Name of the activity before.</param>
/// <param name="To">Name of the activity after.</param>
/// <param name="Rule">What is kept.</param>
public sealed record FollowerFilter(string From, string To, FollowerRule Rule) : LogFilter
{
    public override string Words => (Rule switch
    {
        FollowerRule.Directly => Texts.Filter_Directly,
        FollowerRule.Eventually => Texts.Filter_Eventually,
        FollowerRule.NeverDirectly => Texts.Filter_NeverDirectly,
        _ => Texts.Filter_Never,
    }).Filled(From, To);

    internal override LogView Apply(LogView view, CancellationToken token)
    {
        var (from, to) = (view.Log.Activities.NumberOf(From), view.Log.Activities.NumberOf(To));
        var directly = Rule is FollowerRule.Directly or FollowerRule.NeverDirectly;
        var wanted = Rule is FollowerRule.Directly or FollowerRule.Eventually;
        return view.WithCases(number => Follows(view, number, from, to, directly) == wanted, Words, token);
    }

    private static bool Follows(LogView view, int number, int from, int to, bool directly)
    {
        var isAfter = false;
        foreach (var item in view.EventsOf(number))
        {
            var activity = view.Log.EventActivities[item];
            if (isAfter && activity == to)
            {
                return true;
            }

            isAfter = activity == from || (isAfter && !directly);
        }

        return false;
    }
}
