using Pupitre.Platform.Data;
using Pupitre.Platform.Tenancy;

namespace Pupitre.Processes.Links;

/// <summary>That the result of one process is needed by another: a pair of processes has one link each way at most.</summary>
public sealed class ProcessLink : ICompanyOwned, IVersioned
{
    /// <summary>Links of a company.</summary>
    public const int MaxLinks = 10_000;

    public const int MaxPassesLength = 300;

    private ProcessLink()
    {
    }

    public Guid Id { get; private init; }

    public Guid CompanyId { get; private init; }

    public long Version { get; private set; }

    /// <summary>The process whose result passes.</summary>
    public Guid FromId { get; private set; }

    /// <summary>The process that needs it.</summary>
    public Guid ToId { get; private set; }

    public LinkKind Kind { get; private set; }

    /// <summary>What passes: the names of documents, or which data.</summary>
    public string Passes { get; private set; } = "";

    /// <summary>Days until the follower hurts once nothing passes any more; null for unknown.</summary>
    public int? DaysUntil { get; private set; }

    public static ProcessLink Create(Guid id) => new() { Id = id == Guid.Empty ? Guid.CreateVersion7() : id };

    public void Describe(LinkInput input)
    {
        (FromId, ToId, Kind) = (input.FromId!.Value, input.ToId!.Value, input.Kind);
        (Passes, DaysUntil) = (input.Passes!.Trim(), input.DaysUntil);
    }
}

/// <summary>What passes from one process to another.</summary>
public enum LinkKind
{
    Document,

    /// <summary>Figures or rows that somebody reads or that are taken over.</summary>
    Data,
}
