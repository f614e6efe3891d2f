using NodaTime;

namespace Pupitre.Platform.Jobs;

/// <summary>A program that serves over the shared PostgreSQL database; it says every few seconds that it lives.</summary>
public sealed class Node
{
    private Node()
    {
    }

    public Guid Id { get; private init; }

    /// <summary>By the clock of the database, which all nodes share.</summary>
    public Instant SeenAt { get; private init; }
}

/// <summary>The key of this program among the nodes: another one at each start.</summary>
public sealed class ThisNode
{
    public Guid Id { get; } = Guid.CreateVersion7();
}
