using Pupitre.Kernel.Commitments;
using Pupitre.Recognition.Contents;
using Pupitre.Recognition.Tables;
using Pupitre.Recognition.Tracking;
using Pupitre.Sourcing.Commitments;

namespace Pupitre.Evidence.Tables;

/// <summary>What a commitment that is measured case by case begins or ends with.</summary>
/// <param name="Names">Names that it is known by: any of them will do.</param>
internal sealed record AwaitedEvent(Commitment Commitment, bool IsStart, IReadOnlyList<string> Names)
{
    /// <summary>In the reader's language.</summary>
    public IReadOnlyList<string> Said => [.. Names.Select(TemplateEvents.Translate).Distinct()];

    /// <summary>Of the newest rule; patterns over anything but names of events are not asked about.</summary>
    public static IReadOnlyList<AwaitedEvent> Of(Commitment commitment) =>
        commitment.Versions.Count == 0 || commitment.Versions.MaxBy(version => version.Number)!.Rule.Clock is not { } clock ? []
            : [.. new[] { (Pattern: clock.Start, IsStart: true), (Pattern: clock.Stop, IsStart: false) }
                .Where(pair => pair.Pattern.Alternatives.All(alternative => alternative.Parts.All(part => part.Name == EventPattern.ActivityName)))
                .Select(pair => new AwaitedEvent(commitment, pair.IsStart, NamesOf(pair.Pattern)))];

    /// <summary>What else its newest rule looks for: what cancels, and what begins and ends a wait.</summary>
    public static IReadOnlyList<AwaitedEvent> OptionalOf(Commitment commitment) =>
        commitment.Versions.Count == 0 || commitment.Versions.MaxBy(version => version.Number)!.Rule.Clock is not { } clock ? []
            : [.. new[] { clock.Cancel, clock.Pause?.From, clock.Pause?.To }.OfType<EventPattern>().Select(pattern => new AwaitedEvent(commitment, IsStart: false, NamesOf(pattern))).Where(awaited => awaited.Names.Count > 0)];

    private static IReadOnlyList<string> NamesOf(EventPattern pattern) =>
        [.. pattern.Alternatives.SelectMany(alternative => alternative.Parts).Where(part => part.Name == EventPattern.ActivityName).SelectMany(part => part.Values).Distinct()];
}

/// <summary>How near what a file calls something is to what commitments call it.</summary>
internal static class EventNames
{
    /// <summary>Below, it is asked.</summary>
    private const double Sure = 0.6;

    /// <summary>Below, it is not even offered.</summary>
    private const double Offered = 0.3;

    private const double Same = 2;

    // What a case is: a word that all events of a table share says nothing of which one it is.
    private static readonly IReadOnlySet<string> _units = WordStems.Of("facture question bulletin salarié dossier ticket pièce document incident demande anomalie").Written;

    /// <summary>Commitments whose beginning and end both stand among the names, each with what stands for them: nothing that is not sure.</summary>
    public static IReadOnlyList<(AwaitedEvent Awaited, string Said, string Name)> Sures(IReadOnlyList<string> said, IEnumerable<Commitment> commitments)
    {
        var all = commitments.Select(commitment => AwaitedEvent.Of(commitment).Select(awaited => (Awaited: awaited, Best: Nearest(awaited, said))).ToList())
            .Where(pairs => pairs.Count == 2 && pairs.TrueForAll(pair => pair.Best.Score >= Sure) && pairs[0].Best.Said != pairs[1].Best.Said).ToList();
        var taken = new Dictionary<string, string>(StringComparer.Ordinal);
        var sure = new List<(AwaitedEvent, string, string)>();
        foreach (var pairs in all.OrderByDescending(pairs => pairs.Sum(pair => pair.Best.Score)))
        {
            // One column cannot be two things.
            if (pairs.TrueForAll(pair => !taken.TryGetValue(pair.Best.Said!, out var other) || other == pair.Best.Name))
            {
                pairs.ForEach(pair => taken[pair.Best.Said!] = pair.Best.Name!);
                sure.AddRange(pairs.Select(pair => (pair.Awaited, pair.Best.Said!, pair.Best.Name!)));
            }
        }

        return sure;
    }

    /// <summary>What else the commitments may look for (a payment that cancels, a wait) among the names that are left, where it is sure: a table without it is as good.</summary>
    public static IReadOnlyList<(AwaitedEvent Awaited, string Said, string Name)> Further(IReadOnlyList<string> said, IReadOnlyList<(AwaitedEvent Awaited, string Said, string Name)> sures)
    {
        var left = said.Where(one => !sures.Any(sure => sure.Said == one)).ToList();
        var found = sures.Select(sure => sure.Awaited.Commitment).DistinctBy(commitment => commitment.Id).SelectMany(AwaitedEvent.OptionalOf)
            .Select(awaited => (Awaited: awaited, Best: Nearest(awaited, left))).Where(pair => pair.Best.Score >= Sure).OrderByDescending(pair => pair.Best.Score).ToList();
        return [.. found.DistinctBy(pair => pair.Best.Said).DistinctBy(pair => pair.Best.Name).Select(pair => (pair.Awaited, pair.Best.Said!, pair.Best.Name!))];
    }

    /// <summary>What of the file is nearest, to be offered; null when nothing is near.</summary>
    public static string? Offer(AwaitedEvent awaited, IReadOnlyList<string> said) => Nearest(awaited, said) is { Score: >= Offered } best ? best.Said : null;

    private static (string? Said, string? Name, double Score) Nearest(AwaitedEvent awaited, IReadOnlyList<string> said) => said
        .SelectMany(one => awaited.Names.Select(name => (Said: (string?)one, Name: (string?)name, Score: Score(one, name)))).OrderByDescending(found => found.Score).FirstOrDefault();

    private static double Score(string said, string name)
    {
        var plain = GuessMapping.ActivityOf(said);
        if (Folded.Of(plain) == Folded.Of(name))
        {
            return Same;
        }

        var (mine, theirs) = (AllOf(plain), AllOf(name));
        var shared = mine.Intersect(theirs).ToList();
        return shared.TrueForAll(_units.Contains) ? 0 : (0.6 * shared.Count / mine.Count) + (0.4 * shared.Count / theirs.Count);
    }

    private static HashSet<string> AllOf(string text) => WordStems.Of(text) is var words ? [.. words.Strong, .. words.Weak] : [];
}
