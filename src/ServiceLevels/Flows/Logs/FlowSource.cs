using System.Globalization;

namespace Pupitre.ServiceLevels.Flows.Logs;

/// <summary>A source of events that flows can be read from.</summary>
/// <param name="Key">Equal exactly when the source holds the same live events under the same rules.</param>
/// <param name="Events">Events that its live imports brought, about: one that two imports hold is counted once.</param>
public sealed record FlowSource(Guid Id, int Number, string Name, Guid? ProviderId, int Events, string Key)
{
    public string Counted => Events.ToString("N0", CultureInfo.CurrentCulture);
}
