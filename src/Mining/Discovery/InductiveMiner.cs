namespace Pupitre.Mining;

/// <summary>
/// Discovers the process that a log shows, as a tree of blocks: sound by construction, and at noise 0 every sequence of the log fits it.
/// Inductive Miner (Leemans, Fahland and van der Aalst, "Discovering Block-Structured Process Models from Event Logs", 2013) and, above noise
/// 0, its infrequent variant (the same, "... Containing Infrequent Behaviour", 2014).
/// </summary>
/// <remarks>
/// <para>Where no cut is found, in this order: an activity that every case has once, or without which a cut is found, runs beside the rest;
/// a case is taken apart where an end is followed by a start, then before every start, into rounds of a loop; else anything goes
/// (<c>*(X(...), tau)</c>).</para>
/// <para>The same log gives the same tree. A process in blocks without a name twice, without silent steps, and whose loops begin and end
/// their bodies with different activities is found again from a log that shows all that may directly follow what.</para>
/// </remarks>
public static class InductiveMiner
{
    /// <summary>Deepest nesting; what lies deeper is "anything goes".</summary>
    public const int MostDepth = 300;

    /// <summary>Most activities among which one is looked for that runs beside the rest: each attempt reads the log again.</summary>
    public const int MostTried = 100;

    /// <summary>Discovers the tree of a log.</summary>
    /// <param name="variants">The log. Without any case the tree is <c>tau</c>.</param>
    /// <param name="noise">From 0 (all counts) to 1: what is rarer than this share of the most frequent alternative is left out.</param>
    /// <param name="token">Gives up.</param>
    /// <exception cref="ArgumentOutOfRangeException">The noise is not between 0 and 1.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static ProcessTree Discover(VariantTable variants, double noise = 0, CancellationToken token = default)
    {
        if (noise is not (>= 0 and <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(noise), noise, "A share from 0 to 1.");
        }

        return TreeNormalForm.Of(new Induction(variants.Names, noise, token).Mine(TraceSet.Of(variants), depth: 0));
    }
}
