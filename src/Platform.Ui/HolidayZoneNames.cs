using Pupitre.Kernel.Time;
using Pupitre.Platform.Words;

namespace Pupitre.Platform.Ui;

/// <summary>The zones of holidays as people name them.</summary>
public static class HolidayZoneNames
{
    /// <summary>All zones, to choose from.</summary>
    public static IReadOnlyList<Choice> Choices => [.. HolidayZones.All.Select(zone => new Choice(HolidayZones.Code(zone), Of(zone)))];

    public static string Of(HolidayZone zone) => zone switch
    {
        HolidayZone.AlsaceMoselle => Texts.Zone_AlsaceMoselle,
        HolidayZone.Guadeloupe => "Guadeloupe",
        HolidayZone.Martinique => "Martinique",
        HolidayZone.Guyane => "Guyane",
        HolidayZone.LaReunion => "La Réunion",
        HolidayZone.Mayotte => "Mayotte",
        HolidayZone.SaintMartin => "Saint-Martin",
        HolidayZone.SaintBarthelemy => "Saint-Barthélemy",
        _ => Texts.Zone_Metropole,
    };
}
