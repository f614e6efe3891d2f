namespace Pupitre.Kernel.Time;

/// <summary>A part of France with legal holidays of its own.</summary>
/// <remarks>The text form of a zone, on the command line and in JSON, is <see cref="HolidayZones.Code"/>.</remarks>
public enum HolidayZone
{
    /// <summary><c>metropole</c>: metropolitan France without Alsace and Moselle.</summary>
    Metropole,

    /// <summary><c>alsace-moselle</c>: the departments 57, 67 and 68, not the whole region.</summary>
    AlsaceMoselle,

    /// <summary><c>guadeloupe</c>.</summary>
    Guadeloupe,

    /// <summary><c>martinique</c>.</summary>
    Martinique,

    /// <summary><c>guyane</c>.</summary>
    Guyane,

    /// <summary><c>la-reunion</c>.</summary>
    LaReunion,

    /// <summary><c>mayotte</c>.</summary>
    Mayotte,

    /// <summary><c>saint-martin</c>.</summary>
    SaintMartin,

    /// <summary><c>saint-barthelemy</c>.</summary>
    SaintBarthelemy,
}

/// <summary>The codes of the zones, as they are written in files and on the command line.</summary>
public static class HolidayZones
{
    private static readonly string[] Codes =
        ["metropole", "alsace-moselle", "guadeloupe", "martinique", "guyane", "la-reunion", "mayotte", "saint-martin", "saint-barthelemy"];

    /// <summary>All zones, in the order of the enumeration.</summary>
    public static IReadOnlyList<HolidayZone> All { get; } = Enum.GetValues<HolidayZone>();

    /// <summary>The code of <paramref name="zone"/>, for example <c>la-reunion</c>.</summary>
    public static string Code(HolidayZone zone) => Codes[(int)zone];

    /// <summary>Finds the zone of a code; capitals count, nothing is trimmed.</summary>
    /// <returns>False when no zone has that code.</returns>
    public static bool TryParse(string? code, out HolidayZone zone)
    {
        var at = Array.IndexOf(Codes, code);
        zone = at < 0 ? default : (HolidayZone)at;
        return at >= 0;
    }

    /// <summary>The zone of a code.</summary>
    /// <param name="code">The code.</param>
    /// <param name="field">The input that a refusal names.</param>
    /// <exception cref="Refused">No zone has that code; the message lists those that exist.</exception>
    public static HolidayZone Parse(string? code, string field = "zone") =>
        TryParse(code, out var zone) ? zone : throw new Refused(Texts.Time_UnknownHolidayZone.With(field, code, string.Join(", ", Codes)), field);
}
