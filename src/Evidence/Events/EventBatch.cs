using System.Runtime.InteropServices;

namespace Pupitre.Evidence.Events;

/// <summary>Events that are written together, with the words and cases that came with them.</summary>
internal sealed record EventBatch(List<PendingEvent> Events, List<(int Number, string Text)> Words, List<StoredCase> Cases);

/// <summary>Identity of an event inside its source, without the twin's counter.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct EventIdentity(long CaseId, long At, int IsDay, int Activity, int Transition, int Resource);

/// <summary>An event on its way into the table.</summary>
[StructLayout(LayoutKind.Auto)]
internal record struct PendingEvent(EventIdentity Identity, int Line, byte[]? Attributes)
{
    /// <summary>Key, once it is known that the event is new.</summary>
    public long Id { get; set; }

    public int Twin { get; set; }
}

/// <summary>An event that the table holds already, with the imports that do.</summary>
internal sealed class KnownEvent
{
    public required long Id { get; init; }

    public required int Twin { get; init; }

    public byte[]? Attributes { get; init; }

    /// <summary>An import that counts holds it.</summary>
    public bool IsLive { get; set; }

    /// <summary>The running import holds it.</summary>
    public bool IsHeld { get; set; }
}

/// <summary>A further attestation on its way into the table.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct PendingAttestation(long EventId, int Line, byte[]? Attributes);
