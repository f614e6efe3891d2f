using Pupitre.Kernel.Commitments;

namespace Pupitre.ServiceLevels.Measure;

/// <summary>Which due dates nobody independent attests, or nobody dates.</summary>
internal static class MissingProofs
{
    /// <summary>
    /// A due date whose time has come and which stands on the provider's word alone, or on nothing. Of what somebody said that nothing will
    /// come, nothing is asked for; what one side contests is asked about as a dispute.
    /// </summary>
    public static bool IsMissing(JudgedOccurrence item) =>
        item.Disputed is null && (item.Standing is Standing.KeptByProvider or Standing.LateByProvider
            || (item.Standing == Standing.NoTrace && !item.IsGivenUp));

    /// <summary>Done, and only its day is asked for.</summary>
    public static bool IsUndated(JudgedOccurrence item) => item.Standing == Standing.Undated;

    /// <summary>The providers' due dates under the months from <paramref name="first"/> to <paramref name="last"/> that lack a proof or a date.</summary>
    public static IEnumerable<JudgedOccurrence> Of(CompanyFacts facts, JudgeOccurrences judge, int first, int last) => facts.Commitments
        .Where(commitment => !commitment.IsClock && commitment.Row.Performer == Party.Provider && commitment.Row.ProviderId is not null)
        .SelectMany(commitment => judge.Run(commitment, first, last))
        .Where(item => IsMissing(item) || IsUndated(item));

    /// <summary>The providers' due dates that were waived: the mail lists them, so that they can be contested.</summary>
    public static IEnumerable<JudgedOccurrence> Waived(CompanyFacts facts, JudgeOccurrences judge, int first, int last) => facts.Commitments
        .Where(commitment => !commitment.IsClock && commitment.Row.Performer == Party.Provider && commitment.Row.ProviderId is not null)
        .SelectMany(commitment => judge.Run(commitment, first, last))
        .Where(item => item.Standing == Standing.Waived);
}
