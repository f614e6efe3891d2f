using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using Pupitre.Platform.Data;
using Pupitre.Platform.Tenancy;
using Pupitre.ServiceLevels.Evidence.Files;

namespace Pupitre.ServiceLevels.Evidence.Tray;

/// <summary>After a drop a person lands where the file is: on its due date, at its table, or in the list that holds it.</summary>
internal sealed class LeadToDropped(Db db, Tenant tenant)
{
    public Tenant Tenant => tenant;

    public async Task<string> PathAsync(IReadOnlyList<ReceivedFile> received, DroppedOn? place, CancellationToken token)
    {
        if (place is not null && received.All(file => file.IsPlaced))
        {
            return tenant.Path("due-dates", place.CommitmentId, place.OccurrenceKey);
        }

        if (received is [{ IsKnown: false } rows] && place is null && await db.Set<EvidenceFile>().AnyAsync(row => row.Id == rows.Id && row.ContentKept && (row.Recognised == RecognisedKind.BankStatement || row.Reading != null), token))
        {
            return tenant.Path("evidence", "tables", rows.Id);
        }

        if (received is [{ State: FileState.Table } table] && place is null)
        {
            return tenant.Path("evidence", "tables", table.Id);
        }

        return received is [var only] ? ListPath(received) + "&file=" + only.Id : await ManyAsync(received, token);
    }

    private string ListPath(IReadOnlyList<ReceivedFile> received) =>
        tenant.Path("evidence") + $"?received={received.Count(file => !file.IsKnown)}&known={received.Count(file => file.IsKnown)}";

    // What lies in mails and archives counts: that is what waits for somebody.
    private async Task<string> ManyAsync(IReadOnlyList<ReceivedFile> received, CancellationToken token)
    {
        var ids = received.Select(file => file.Id).ToList();
        var states = await db.Set<EvidenceFile>().Where(row => ids.Contains(row.Id) || (row.ParentId != null && ids.Contains(row.ParentId.Value)))
            .GroupBy(row => row.State).Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(row => row.Key, row => row.Count, token);
        var shown = ReadTray.InOrderOfUrgency.FirstOrDefault(states.ContainsKey, FileState.Placed);
        return QueryHelpers.AddQueryString(ListPath(received), new Dictionary<string, string?>
        {
            ["show"] = shown.ToString(),
            ["in"] = string.Join(',', states.OrderBy(state => state.Key).Select(state => $"{state.Key}:{state.Value}")),
        });
    }
}
