using Pupitre.Processes;

namespace Pupitre.Sourcing.Commitments;

/// <summary>The catalogue of ready commitments. The first twenty bear their customary numbers; those after complete them.</summary>
public static class CommitmentTemplates
{
    public static IReadOnlyList<CommitmentTemplate> All { get; } =
        [.. PayrollTemplates.All.Concat(AccountingTemplates.All).Concat(InvoicingTemplates.All).Concat(LegalTemplates.All).OrderBy(template => template.Number)];

    /// <summary>The ready commitment of that number, or null.</summary>
    public static CommitmentTemplate? Find(int? number) => All.FirstOrDefault(template => template.Number == number);

    /// <summary>Those to propose to a company that hands over work of a domain.</summary>
    public static IEnumerable<CommitmentTemplate> For(Domain domain) => All.Where(template => template.Domain == domain || template.ForAnyDomain);
}
