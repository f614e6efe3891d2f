namespace Pupitre.Processes.Facts;

/// <summary>
/// What a module above the map knows of processes. Each tells the part that it owns, so that the map shows and weighs facts without
/// knowing where they come from.
/// </summary>
public interface IProcessFacts
{
    /// <summary>Which part it tells: whoever wants one does not pay for the others.</summary>
    ProcessFactPart Part { get; }

    /// <summary>
    /// Of every process of the company, those of which it knows something that the reader may see; a process at most once. At most one
    /// query once things are kept.
    /// </summary>
    Task<IReadOnlyList<ProcessFact>> ReadAsync(CancellationToken token);
}

/// <summary>Parts of what is known of a process.</summary>
public enum ProcessFactPart
{
    /// <summary>Who does it for the company.</summary>
    Providers,

    /// <summary>How what was agreed about it is kept.</summary>
    Kept,
}

/// <summary>What is known of one process; what the part does not tell stays empty.</summary>
public sealed record ProcessFact(Guid ProcessId)
{
    /// <summary>Whose contract covers it, or who is committed to something about it, by name.</summary>
    public IReadOnlyList<ProcessProvider> Providers { get; init; } = [];

    /// <summary>By what is counted (due dates, questions); empty while nothing is measured.</summary>
    public IReadOnlyList<KeptRate> Kept { get; init; } = [];
}

/// <summary>A provider of a process.</summary>
public sealed record ProcessProvider(Guid Id, string Name);

/// <summary>How often what was agreed was kept.</summary>
/// <param name="UnitMany">What is counted, in the reader's language: "échéances".</param>
/// <param name="Kept">Kept, on anybody's word.</param>
/// <param name="Base">Of how many; at least 1.</param>
public sealed record KeptRate(string UnitMany, int Kept, int Base);
