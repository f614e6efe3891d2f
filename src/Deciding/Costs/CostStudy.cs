using Pupitre.Deciding.Diagnosis;
using Pupitre.Platform.Data;
using Pupitre.Platform.Tenancy;

namespace Pupitre.Deciding.Costs;

/// <summary>What the company says of what a process costs today, beyond what its map says already.</summary>
public sealed class CostStudy : ICompanyOwned, IVersioned
{
    private CostStudy()
    {
    }

    public Guid ProcessId { get; private init; }

    public Guid CompanyId { get; private init; }

    public long Version { get; private set; }

    /// <summary>As <see cref="Estimates"/> writes them; what is not there is as the map says.</summary>
    public string Figures { get; private set; } = "";

    internal static CostStudy Create(Guid processId) => new() { ProcessId = processId };

    internal void Say(Estimates figures) => Figures = figures.ToString();
}

/// <summary>Another way of doing the work of a process, with what it would cost: a provider's offer, or an automation.</summary>
public sealed class CostOffer : ICompanyOwned, IVersioned
{
    /// <summary>Offers of one process: more are no comparison.</summary>
    public const int MaxOffers = 6;

    public const int MaxNameLength = 80;

    private CostOffer()
    {
    }

    public Guid Id { get; private init; }

    public Guid CompanyId { get; private init; }

    public Guid ProcessId { get; private init; }

    public long Version { get; private set; }

    public string Name { get; private set; } = "";

    /// <summary>Handing over or automating.</summary>
    public Way Way { get; private set; }

    /// <summary>As <see cref="Estimates"/> writes them.</summary>
    public string Figures { get; private set; } = "";

    internal static CostOffer Create(Guid id, Guid processId) =>
        new() { Id = id == Guid.Empty ? Guid.CreateVersion7() : id, ProcessId = processId };

    internal void Describe(OfferInput input)
    {
        (Name, Way) = (input.Name!.Trim(), input.Way);
        Figures = EstimateInput.Read(input.Figures).ToString();
    }
}
