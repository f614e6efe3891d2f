using Pupitre.Platform.Data;
using Pupitre.Platform.Tenancy;

namespace Pupitre.Deciding.Diagnosis;

/// <summary>How much each criterion counts in a company that has changed it; there is no row where nobody has.</summary>
public sealed class DiagnosisWeights : ICompanyOwned, IVersioned
{
    /// <summary>Kind of what a change of the weights is about in the history: they are the company's.</summary>
    internal const string SubjectKind = "company";

    private DiagnosisWeights()
    {
    }

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public Guid CompanyId { get; private init; }

    public long Version { get; private set; }

    /// <summary>As <see cref="CriterionValues"/> writes them.</summary>
    public string Values { get; private set; } = "";

    internal static DiagnosisWeights Create() => new();

    internal void Become(CriterionValues weights) => Values = weights.ToString();
}
