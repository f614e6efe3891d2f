using Pupitre.Kernel.Commitments;

namespace Pupitre.ServiceLevels.Measure;

/// <summary>Which due dates nobody independent attests.</summary>
internal static class MissingProofs
{
    /// <summary>A due date whose time has come and which stands on the provider's word alone, or on nothing.</summary>
    public static bool IsMissing(JudgedOccurrence item) => item.Standing is Standing.KeptByProvider or Standing.NoTrace;

    /// <summary>The providers' due dates under the months from <paramref name="first"/> to <paramref name="last"/> that lack a proof.</summary>
    public static IEnumerable<JudgedOccurrence> Of(CompanyFacts facts, JudgeOccurrences judge, int first, int last) => facts.Commitments
        .Where(commitment => !commitment.IsClock && commitment.Row.Performer == Party.Provider && commitment.Row.ProviderId is not null)
        .SelectMany(commitment => judge.Run(commitment, first, last))
        .Where(IsMissing);
}
