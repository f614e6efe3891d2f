using Pupitre.Platform.Ledger;

namespace Pupitre.Platform.People;

/// <summary>A part that a person plays: conducts, stands in, is asked.</summary>
/// <param name="PersonId">Who.</param>
/// <param name="Part">The part, in the reader's language: "Pilote".</param>
/// <param name="Of">What it is played in: the name of a process, of a provider.</param>
/// <param name="Path">Where that is shown, below the company's address.</param>
public sealed record PersonDuty(Guid PersonId, string Part, string Of, string Path);

/// <summary>The parts that people play in a module, which knows where they stand. Nobody leaves while something rests on them.</summary>
public interface IPersonDuties
{
    /// <summary>Place among the parts, the smallest first.</summary>
    int Order { get; }

    /// <summary>The parts of these persons: one query.</summary>
    Task<IReadOnlyList<PersonDuty>> ReadAsync(IReadOnlyCollection<Guid> persons, CancellationToken token);

    /// <summary>What leaves with a person, for nobody has it by taking their parts over: said before they are removed.</summary>
    Task<IReadOnlyList<PersonDuty>> LeavesAsync(Guid person, CancellationToken token) => Task.FromResult<IReadOnlyList<PersonDuty>>([]);

    /// <summary>Puts <paramref name="to"/> wherever <paramref name="from"/> stands; null leaves the place empty. The caller saves.</summary>
    Task ReassignAsync(Guid from, Guid? to, CancellationToken token);

    /// <summary>Two rows were one person: what the one plays and knows is the other's. The caller saves.</summary>
    Task MergeAsync(Guid from, Guid into, CancellationToken token) => ReassignAsync(from, into, token);
}

/// <summary>What people outside the company can belong to: the module that keeps such things lists them.</summary>
public interface IPersonSides
{
    Task<IReadOnlyList<PersonSide>> ReadAsync(CancellationToken token);
}

/// <summary>A side to which people belong.</summary>
public sealed record PersonSide(SubjectRef Ref, string Name, string Path);
