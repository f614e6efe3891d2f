using System.Globalization;
using Pupitre.Flows.Doers;
using Pupitre.Kernel.Hashing;

namespace Pupitre.Flows.Logs;

/// <summary>A source of events that flows can be read from.</summary>
/// <param name="Key">Equal exactly when the source holds the same live events under the same rules.</param>
/// <param name="Events">Events that its live imports brought, about: one that two imports hold is counted once.</param>
public sealed record FlowSource(Guid Id, int Number, string Name, Guid? ProviderId, int Events, string Key)
{
    public string Counted => Events.ToString("N0", CultureInfo.CurrentCulture);

    /// <summary>Steps of which a person said who does them.</summary>
    public IReadOnlyDictionary<string, Doer> Doers { get; private init; } = new Dictionary<string, Doer>();

    /// <summary>Steps that a commitment measured on the source owes, and who owes them; those that two owe are left out.</summary>
    public IReadOnlyDictionary<string, Doer> Owed { get; private init; } = new Dictionary<string, Doer>();

    /// <summary>The same with what is known of who does its steps, which is part of what a log is made of.</summary>
    /// <param name="said">What a person said, by the name of the step.</param>
    /// <param name="owed">What commitments say.</param>
    internal FlowSource Knowing(IReadOnlyDictionary<string, Doer> said, IReadOnlyDictionary<string, Doer> owed) => said.Count + owed.Count == 0 ? this : this with
    {
        Doers = said,
        Owed = owed,
        Key = Key + "." + Sha256Hex.Of(Told(said) + "\n\n" + Told(owed)),
    };

    private static string Told(IReadOnlyDictionary<string, Doer> doers) => string.Join('\n', doers.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => pair.Value + " " + pair.Key));
}
