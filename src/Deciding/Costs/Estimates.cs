using System.Globalization;

namespace Pupitre.Deciding.Costs;

/// <summary>Estimates by input; what nobody said is not there.</summary>
public sealed class Estimates
{
    /// <summary>Longest text of them, as it is stored.</summary>
    public const int MaxLength = 2000;

    public static readonly Estimates None = new([]);

    private readonly Dictionary<CostInput, Estimate> _known;

    private Estimates(Dictionary<CostInput, Estimate> known) => _known = known;

    public Estimate? this[CostInput input] => _known.TryGetValue(input, out var estimate) ? estimate : null;

    /// <summary>
    /// What is counted for it: what was said; of what an offer does not say, today's tools and today's errors, which nobody has promised to
    /// change; else nothing.
    /// </summary>
    public Estimate Counted(CostInput input) =>
        this[input] ?? (CostInputs.TodayOf(input) is { } today ? this[today] : null) ?? Estimate.Nothing;

    /// <summary>What stays as it is today because the offer does not say it, with where it stands today.</summary>
    public IReadOnlyList<(CostInput Then, CostInput Today)> AsToday =>
        [.. CostInputs.All.Where(input => this[input] is null && CostInputs.TodayOf(input) is { } today && this[today] is not null)
            .Select(input => (input, CostInputs.TodayOf(input)!.Value))];

    /// <summary>Where one is given twice, the later counts.</summary>
    public static Estimates Of(IEnumerable<KeyValuePair<CostInput, Estimate>> known)
    {
        var kept = new Dictionary<CostInput, Estimate>();
        foreach (var (input, estimate) in known)
        {
            kept[input] = estimate;
        }

        return new(kept);
    }

    /// <summary>These, and where they say nothing the others.</summary>
    public Estimates Over(Estimates others) => new(CostInputs.All.Where(input => (this[input] ?? others[input]) is not null)
        .ToDictionary(input => input, input => (this[input] ?? others[input])!.Value));

    /// <summary>Reads what <see cref="ToString"/> wrote; a word that is not known any more is left out.</summary>
    public static Estimates Read(string? text)
    {
        var known = new Dictionary<CostInput, Estimate>();
        foreach (var part in (text ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            if (part.Split('=') is [var name, var figures] && Enum.TryParse<CostInput>(name, out var input)
                && Estimate.Read(figures) is { } estimate)
            {
                known[input] = estimate;
            }
        }

        return new(known);
    }

    /// <summary>A line for each, "Volume=100 / 120 / 150": as it is stored.</summary>
    public override string ToString() => string.Join('\n', CostInputs.All.Where(_known.ContainsKey)
        .Select(input => $"{input}={_known[input].Write(CultureInfo.InvariantCulture)}"));
}
