using Pupitre.Platform.Data;

namespace Pupitre.ServiceLevels.Measure;

/// <summary>
/// Measured commitments that were asked for lately, in memory. Everything in it can be thrown away: it is found by a key that says
/// exactly what it was computed from, so nothing has to invalidate it, and no write elsewhere does.
/// </summary>
public sealed class MeasureCache
{
    /// <summary>Obligations held over all companies, about 150 bytes each.</summary>
    public const int MaxObligations = 1_000_000;

    private readonly RecentlyUsed<MeasuredCases> _kept = new(MaxObligations);

    internal MeasuredCases? Find(string key) => _kept.Find(key);

    internal void Keep(string key, MeasuredCases measured) => _kept.Keep(key, measured, measured.Cases.Count);
}
