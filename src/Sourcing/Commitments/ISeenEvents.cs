namespace Pupitre.Sourcing.Commitments;

/// <summary>Names of events that a source of evidence has seen, offered while a clock is written. Every source contributes its own.</summary>
public interface ISeenEvents
{
    /// <summary>Activities by name, other attributes as <c>name=value</c>; the most frequent first, a few hundred at most.</summary>
    Task<IReadOnlyList<string>> RunAsync(CancellationToken token);
}

/// <summary>What a commitment would mean on the data present, while it is edited. Whoever measures contributes.</summary>
public interface IPreviewCommitment
{
    /// <summary>Sentences in the reader's language; none when there is nothing to say.</summary>
    /// <param name="commitmentId">The commitment that is edited, or null for a new one.</param>
    /// <param name="place">Who does it, for whom.</param>
    /// <param name="terms">What it would ask, and from when: outcomes of the past that would change are counted.</param>
    /// <param name="token">Stops it.</param>
    Task<IReadOnlyList<string>> RunAsync(Guid? commitmentId, CommitmentPlace place, CommitmentTerms terms, CancellationToken token);
}
