using Pupitre.Kernel;
using Pupitre.Processes;

namespace Pupitre.Sourcing.Commitments;

/// <summary>Commitments of one contract on a page of the list; what most of them share is said once, above them.</summary>
/// <param name="ContractId">Null for those that stand in no contract.</param>
internal sealed record CommitmentGroup(Guid? ContractId, string Title, IReadOnlyList<CommitmentLine> Lines)
{
    /// <summary>The lines contract by contract, those of none last; within a contract in the order they come in.</summary>
    public static IReadOnlyList<CommitmentLine> InOrder(IEnumerable<CommitmentLine> lines, IReadOnlyDictionary<Guid, string> titles) =>
        [.. lines.OrderBy(line => line.Commitment.ContractId is null).ThenBy(line => TitleOf(line, titles), StringComparer.CurrentCulture).ThenBy(line => line.Commitment.ContractId)];

    /// <summary>The groups of a page of lines that are in order.</summary>
    public static IReadOnlyList<CommitmentGroup> Of(IEnumerable<CommitmentLine> lines, IReadOnlyDictionary<Guid, string> titles) =>
        [.. lines.GroupBy(line => line.Commitment.ContractId).Select(group => new CommitmentGroup(group.Key, TitleOf(group.First(), titles), [.. group]))];

    /// <summary>The provider where the title does not name it, the domains, and whether the other side accepted.</summary>
    public string Said
    {
        get
        {
            var domains = string.Join(", ", Lines.Select(line => ProcessWords.Of(line.Commitment.Domain)).Distinct());
            return string.Join(" · ", new[] { Provider, domains, Usual is { } file ? Texts.Commitment_AllAccepted.With(file) : Texts.Commitment_AllInternal }.OfType<string>()) + (Lines.Any(IsOtherwise) ? Texts.Commitment_Otherwise : "");
        }
    }

    /// <summary>Whether a line is not as most are, so that it says how it stands.</summary>
    public bool IsOtherwise(CommitmentLine line) => StandingOf(line) != Usual;

    private string? Provider => ContractId is not null && Lines[0].ProviderName is { } name && !Title.Contains(name, StringComparison.OrdinalIgnoreCase) ? name : null;

    private string? Usual => Lines.GroupBy(StandingOf).MaxBy(group => group.Count())!.Key;

    // The document on which it was accepted; null for an internal target.
    private static string? StandingOf(CommitmentLine line) => line.Version.IsInternalTarget ? null : line.Version.AcceptedFile;

    private static string TitleOf(CommitmentLine line, IReadOnlyDictionary<Guid, string> titles) =>
        line.Commitment.ContractId is { } contract ? titles.GetValueOrDefault(contract, "") : Texts.Commitment_NoContract;
}
