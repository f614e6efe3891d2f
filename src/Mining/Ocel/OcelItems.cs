namespace Pupitre.Mining;

/// <summary>An object of an object-centric log.</summary>
internal sealed class OcelObject
{
    public string Type { get; set; } = "";

    public List<LogAttribute> Attributes { get; } = [];

    public string? ValueOf(string? name) => OcelEvent.ValueOf(Attributes, name);
}

/// <summary>An event of an object-centric log.</summary>
internal sealed class OcelEvent
{
    private static readonly string[] ResourceNames = [XesKey.ResourceName, "resource"];
    private static readonly string[] TransitionNames = [XesKey.TransitionName, "lifecycle"];

    public string? Activity { get; set; }

    public LogTime Time { get; set; }

    /// <summary>Identifiers of the objects that it is related to; one may come several times.</summary>
    public List<string> Objects { get; } = [];

    public List<LogAttribute> Attributes { get; } = [];

    /// <summary>Physical line on which it begins, from 1.</summary>
    public long Line { get; private set; }

    public string? Resource => ResourceNames.Select(ValueOf).FirstOrDefault(value => value is not null);

    public string? Transition => TransitionNames.Select(ValueOf).FirstOrDefault(value => value is not null);

    public static bool HasRole(string name) => ResourceNames.Contains(name) || TransitionNames.Contains(name);

    public string? ValueOf(string? name) => ValueOf(Attributes, name);

    public void Clear(long line)
    {
        (Activity, Time, Line) = (null, LogTime.Missing, line);
        Objects.Clear();
        Attributes.Clear();
    }

    internal static string? ValueOf(List<LogAttribute> attributes, string? name) => name is null ? null : attributes.FindLast(attribute => attribute.Name == name).Value;
}
