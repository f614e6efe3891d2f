using Pupitre.Kernel;
using Pupitre.Platform.Ui;
using Pupitre.Platform.Words;

namespace Pupitre.Processes.Rekeyings;

/// <summary>Re-keyings in the reader's language.</summary>
public static class RekeyingWords
{
    public static IReadOnlyList<Choice> Automations =>
        [.. Enum.GetValues<Automation>().Select(value => new Choice(value.ToString(), Of(value)))];

    public static string Of(Automation automation) => automation switch
    {
        Automation.Possible => Texts.Automation_Possible,
        Automation.Impossible => Texts.Automation_Impossible,
        _ => Texts.Automation_Unsaid,
    };

    public static string Minutes(int? minutes) => minutes is { } known ? ProcessWords.Minutes(known) : Texts.Rekeying_Unknown;

    public static string Cost(decimal? cost) => cost is { } known ? ProcessWords.Euros(known) : Texts.Rekeying_Unknown;

    /// <summary>"3 ressaisies : 12 h par mois, environ 4 600 € par an. L’objectif est zéro." and what is left out.</summary>
    public static string Sum(RekeyingSum sum)
    {
        var parts = new List<string>
        {
            (sum.Count == 1 ? Texts.Rekeying_SumOne : Texts.Rekeying_SumMany).With(
                sum.Count, ProcessWords.Minutes(sum.Minutes), ProcessWords.Euros(sum.CostAYear)),
        };
        if (sum.Untimed > 0)
        {
            parts.Add(Texts.Rekeying_Untimed.With(sum.Untimed));
        }

        if (sum.Unpriced > sum.Untimed)
        {
            parts.Add(Texts.Rekeying_Unpriced.With(sum.Unpriced - sum.Untimed));
        }

        return string.Join(' ', parts);
    }
}
