using System.Globalization;
using Pupitre.Kernel;
using Pupitre.Platform.Ui;
using Pupitre.Platform.Words;
using Pupitre.Sourcing.Commitments;

namespace Pupitre.ContractLife.Acceptances;

/// <summary>What the other side reads before it answers, and what became of that.</summary>
internal static class AcceptanceWords
{
    /// <summary>All that is agreed to, one line each, in the language of who asks.</summary>
    public static string Content(CommitmentLine line) => string.Join('\n', Lines(line)).CutShort(AcceptanceRequest.MaxContentLength);

    public static string Of(AcceptanceAnswer answer) => answer switch
    {
        AcceptanceAnswer.Accepted => Texts.Acceptance_Accepted,
        AcceptanceAnswer.Remarked => Texts.Acceptance_Remarked,
        AcceptanceAnswer.Withdrawn => Texts.Acceptance_Withdrawn,
        _ => Texts.Acceptance_Waiting,
    };

    private static IEnumerable<string> Lines(CommitmentLine line)
    {
        yield return line.Sentence.ToString();
        foreach (var detail in line.Sentence.Details)
        {
            yield return "- " + detail;
        }

        yield return Texts.Acceptance_LineVersion.With(line.Version.Number.ToString(CultureInfo.CurrentCulture),
            Moments.Short(line.Version.EffectiveFrom));
        if (CommitmentSentence.Target(line.Version) is { } target)
        {
            yield return Texts.Acceptance_LineTarget.With(target);
        }

        if (line.Version.ObservedUntil is { } until)
        {
            yield return Texts.Acceptance_LineObserved.With(Moments.Short(until));
        }
    }
}
