namespace Pupitre.Kernel.Commitments;

/// <summary>Who attests an event: section 5 of the business-time rules.</summary>
/// <remarks>The order is that of weight: the first two are proof, the others one side's word.</remarks>
public enum SourceClass : byte
{
    /// <summary>The product saw it: an upload, a webhook, an answer clicked in it, what a received file contains at its reception. Proof.</summary>
    Observed,

    /// <summary>A third party's trace: filing certificate, bank line, received headers of our own mail server. Proof.</summary>
    Receipt,

    /// <summary>Typed in by the company's own people, or in a file that they keep. Our word.</summary>
    Company,

    /// <summary>Typed in, sent or exported by the provider or by the provider's tool. Their word.</summary>
    Provider,
}

/// <summary>One way to read the same events. A figure always exists in the three, and they are never averaged.</summary>
public enum Reading : byte
{
    /// <summary>All events.</summary>
    Declared,

    /// <summary>Without the events that only the provider attests.</summary>
    Evidenced,

    /// <summary>Only what the product saw, third parties' traces, and words that the other side has confirmed.</summary>
    Proven,
}

/// <summary>What a reading keeps.</summary>
public static class Readings
{
    /// <summary>The three readings, from the most trusting to the strictest.</summary>
    public static IReadOnlyList<Reading> All { get; } = [Reading.Declared, Reading.Evidenced, Reading.Proven];

    /// <summary>Whether <paramref name="reading"/> leaves out an event that <paramref name="source"/> attests.</summary>
    /// <param name="reading">The reading.</param>
    /// <param name="source">The strongest class that attests the event.</param>
    /// <param name="confirmed">The other side has confirmed the word (or did not contest it in the agreed days): it is proof.</param>
    public static bool LeavesOut(this Reading reading, SourceClass source, bool confirmed = false) => !confirmed && reading switch
    {
        Reading.Evidenced => source == SourceClass.Provider,
        Reading.Proven => source is SourceClass.Provider or SourceClass.Company,
        _ => false,
    };
}
