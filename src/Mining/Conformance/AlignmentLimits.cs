namespace Pupitre.Mining;

/// <summary>What an alignment may cost in time and memory before it is given up as "not solved within the limit".</summary>
/// <remarks>All limits count steps, never seconds: the same log and model give the same answer on every machine.</remarks>
public sealed record AlignmentLimits
{
    public static AlignmentLimits Default { get; } = new();

    /// <summary>Reachable markings up to which the whole graph of a net is built; past it each variant is searched by A*.</summary>
    public int MostMarkings { get; init; } = 100_000;

    /// <summary>Steps between markings in that graph; past it each variant is searched by A*.</summary>
    public int MostEdges { get; init; } = 3_000_000;

    /// <summary>Costs kept at once, 4 bytes each.</summary>
    public int MostKeptCosts { get; init; } = 32_000_000;

    /// <summary>Costs computed for one log (markings times distinct beginnings of variants); variants past it are not solved.</summary>
    public long MostCosts { get; init; } = 2_000_000_000;

    /// <summary>Pairs of a marking and a place in the variant that A* may meet for one variant.</summary>
    public int MostSearched { get; init; } = 500_000;

    /// <summary>The same for one log; variants past it are not solved.</summary>
    public long MostSearchedPerLog { get; init; } = 20_000_000;
}
