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
    /// The kinds of things that it tells from, where they are all that it depends on beside what the reader may see: what was read is then
    /// kept until one of them changes. Null where time tells too: it is read each time.
    /// </summary>
    IReadOnlyList<string>? Kinds => null;

    /// <summary>
    /// Of every process of the company, those of which it knows something that the reader may see; a process at most once. At most one
    /// query once things are kept.
    /// </summary>
    Task<IReadOnlyList<ProcessFact>> ReadAsync(CancellationToken token);

    /// <summary>Of one process; null where nothing is known. For whom reading all of them costs much more than one.</summary>
    async Task<ProcessFact?> OfAsync(Guid processId, CancellationToken token) =>
        (await ReadAsync(token)).FirstOrDefault(fact => fact.ProcessId == processId);
}

/// <summary>Parts of what is known of a process.</summary>
public enum ProcessFactPart
{
    /// <summary>Who does it for the company.</summary>
    Providers,

    /// <summary>How what was agreed about it is kept.</summary>
    Kept,

    /// <summary>How it really runs, by the events of the tools.</summary>
    Flow,
}

/// <summary>What is known of one process; what the part does not tell stays empty.</summary>
public sealed record ProcessFact(Guid ProcessId)
{
    /// <summary>Whose contract covers it, or who is committed to something about it, by name.</summary>
    public IReadOnlyList<ProcessProvider> Providers { get; init; } = [];

    /// <summary>By what is counted (due dates, questions); empty while nothing is measured.</summary>
    public IReadOnlyList<KeptRate> Kept { get; init; } = [];

    /// <summary>How its cases really ran; null while no events tell.</summary>
    public RealFlow? Flow { get; init; }
}

/// <summary>A provider of a process.</summary>
public sealed record ProcessProvider(Guid Id, string Name);

/// <summary>How often what was agreed was kept.</summary>
/// <param name="UnitMany">What is counted, in the reader's language: "échéances".</param>
/// <param name="Kept">Kept, on anybody's word.</param>
/// <param name="Base">Of how many; at least 1.</param>
public sealed record KeptRate(string UnitMany, int Kept, int Base);

/// <summary>How cases really ran.</summary>
/// <param name="Cases">How many there are; at least 1.</param>
/// <param name="Repeated">In how many of them a step was done again.</param>
/// <param name="Waits">On whom they waited; empty while the events tell no time.</param>
public sealed record RealFlow(int Cases, int Repeated, IReadOnlyList<RealWait> Waits);

/// <summary>A part of all the time that cases waited.</summary>
/// <param name="Party">Whom they waited on, in the reader's language; null where nobody knows.</param>
/// <param name="Percent">Of all the time, 0 to 100, to one decimal.</param>
public sealed record RealWait(string? Party, decimal Percent);
