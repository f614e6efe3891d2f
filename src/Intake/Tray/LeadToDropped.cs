using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;
using NodaTime;
using Pupitre.Evidence.Files;
using Pupitre.Platform.Tenancy;

namespace Pupitre.Intake.Tray;

/// <summary>
/// After a drop a person lands on what was dropped: on its due date, at its table, on its own page; where there are several, or what counts
/// lies inside, in the list of just these.
/// </summary>
internal sealed class LeadToDropped(Tenant tenant, IClock clock)
{
    // Made with the request, before anything of it is taken.
    private readonly Instant _began = clock.GetCurrentInstant();

    public string Path(IReadOnlyList<ReceivedFile> received, DroppedOn? place)
    {
        if (place is not null && received.All(file => file.IsPlaced))
        {
            return tenant.Path("due-dates", place.CommitmentId, place.OccurrenceKey);
        }

        return received switch
        {
            [{ IsKnown: false, IsReadAsLines: true } lines] when place is null => tenant.Path("evidence", "tables", lines.Id),
            [{ State: FileState.Table } table] when place is null => tenant.Path("evidence", "tables", table.Id),
            [{ State: FileState.Container, IsKnown: false }] => ListPath(received),
            [var only] => tenant.Path("evidence", "files", only.Id) + (only.IsKnown ? "?known=1" : "?received=1"),
            _ => ListPath(received),
        };
    }

    // What came inside came at the same time, and is listed with it; what was known is named.
    private string ListPath(IReadOnlyList<ReceivedFile> received)
    {
        var (fresh, known) = (received.Count(file => !file.IsKnown), received.Where(file => file.IsKnown).ToList());
        var address = new Dictionary<string, string?> { ["received"] = Written(fresh), ["known"] = Written(known.Count) };
        if (fresh > 0)
        {
            (address["since"], address["until"]) = (Written(_began.ToUnixTimeMilliseconds()), Written(clock.GetCurrentInstant().ToUnixTimeMilliseconds() + 1));
        }

        if (known.Count > 0)
        {
            address["also"] = string.Join(',', known.Take(FileFilter.MaxNamed).Select(file => file.Id));
        }

        return QueryHelpers.AddQueryString(tenant.Path("evidence"), address);
    }

    private static string Written(long number) => number.ToString(CultureInfo.InvariantCulture);
}
