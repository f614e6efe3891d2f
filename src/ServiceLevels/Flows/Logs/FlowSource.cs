using System.Globalization;
using Pupitre.Kernel.Hashing;
using Pupitre.ServiceLevels.Flows.Doers;

namespace Pupitre.ServiceLevels.Flows.Logs;

/// <summary>A source of events that flows can be read from.</summary>
/// <param name="Key">Equal exactly when the source holds the same live events under the same rules.</param>
/// <param name="Events">Events that its live imports brought, about: one that two imports hold is counted once.</param>
public sealed record FlowSource(Guid Id, int Number, string Name, Guid? ProviderId, int Events, string Key)
{
    public string Counted => Events.ToString("N0", CultureInfo.CurrentCulture);

    /// <summary>Steps of which a person said who does them.</summary>
    public IReadOnlyDictionary<string, Doer> Doers { get; private init; } = new Dictionary<string, Doer>();

    /// <summary>The same with what was said of who does its steps, which is part of what a log is made of.</summary>
    internal FlowSource Saying(IEnumerable<StepDoer> doers)
    {
        var said = doers.ToDictionary(row => row.Activity, row => row.Doer, StringComparer.Ordinal);
        return said.Count == 0 ? this : this with
        {
            Doers = said,
            Key = Key + "." + Sha256Hex.Of(string.Join('\n', said.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => pair.Value + " " + pair.Key))),
        };
    }
}
