using Pupitre.Kernel.Time;

namespace Pupitre.Platform.Tenancy;

/// <summary>The time zone that goes with a zone of holidays.</summary>
public static class CompanyTimeZone
{
    public static string Of(HolidayZone zone) => zone switch
    {
        HolidayZone.Guadeloupe => "America/Guadeloupe",
        HolidayZone.Martinique => "America/Martinique",
        HolidayZone.Guyane => "America/Cayenne",
        HolidayZone.LaReunion => "Indian/Reunion",
        HolidayZone.Mayotte => "Indian/Mayotte",
        HolidayZone.SaintMartin => "America/Marigot",
        HolidayZone.SaintBarthelemy => "America/St_Barthelemy",
        _ => "Europe/Paris",
    };
}
