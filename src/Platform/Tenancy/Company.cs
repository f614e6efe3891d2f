using NodaTime;
using Pupitre.Platform.Data;

namespace Pupitre.Platform.Tenancy;

/// <summary>A company (tenant). Everything else belongs to exactly one of them and stands below its address.</summary>
public sealed class Company : IVersioned
{
    public const int MaxNameLength = 120;
    public const int MaxSlugLength = 40;
    public const int MaxIdentitiesLength = 6000;

    private Company()
    {
    }

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public long Version { get; private set; }

    /// <summary>First segment of every address of the company: lower-case letters, digits and hyphens.</summary>
    public string Slug { get; private init; } = "";

    public string Name { get; private set; } = "";

    /// <summary>SIREN, nine digits, or null when it was not given.</summary>
    public string? Siren { get; private set; }

    /// <summary>Other SIRENs and former names under which papers know it, one a line; see <see cref="OwnIdentities"/>.</summary>
    public string Identities { get; private set; } = "";

    /// <summary>Zone of public holidays, as named by the rules (metropole, alsace-moselle, ...).</summary>
    public string HolidayZone { get; private set; } = "metropole";

    /// <summary>IANA time zone in which the company's days and months are counted.</summary>
    public string TimeZone { get; private set; } = "Europe/Paris";

    /// <summary>Set at creation and for ever: only such a company can be removed whole.</summary>
    public bool IsSample { get; private init; }

    public Instant CreatedAt { get; private init; }

    public static Company Create(string name, string slug, string holidayZone, string timeZone, Instant createdAt, bool isSample = false) => new()
    {
        Name = name,
        Slug = slug,
        HolidayZone = holidayZone,
        TimeZone = timeZone,
        CreatedAt = createdAt,
        IsSample = isSample,
    };

    internal void AppearAs(string identities) => Identities = identities;

    internal void Describe(string name, string? siren, string holidayZone, string timeZone)
    {
        Name = name;
        Siren = siren;
        HolidayZone = holidayZone;
        TimeZone = timeZone;
    }
}
