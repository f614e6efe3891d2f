using Microsoft.EntityFrameworkCore;
using Pupitre.Platform.Data;
using Pupitre.Platform.Links;

namespace Pupitre.Gathering.Exports;

/// <summary>
/// Which keys people hold, and nothing with which one could read: neither the hash nor the letters by which one is found.
/// </summary>
internal sealed class AccessKeysSection(Db db) : ExportSection
{
    public override string Name => "access_keys";

    public override async Task<long> WriteAsync(Stream lines, CancellationToken token)
    {
        var keys = await db.Set<AccessKey>().AsNoTracking().Where(row => row.CompanyId == db.CompanyId).OrderBy(row => row.Id)
            .ToListAsync(token);
        foreach (var key in keys)
        {
            JsonLines.Write(lines, json =>
            {
                json.WriteString("id", key.Id);
                json.WriteString("account_id", key.AccountId);
                json.WriteString("purpose", key.Purpose);
                json.WritePropertyName("made_at");
                JsonLines.WriteValue(json, key.MadeAt);
                json.WritePropertyName("until");
                JsonLines.WriteValue(json, key.Until);
                json.WritePropertyName("last_used_on");
                JsonLines.WriteValue(json, key.LastUsedOn);
                json.WritePropertyName("revoked_at");
                JsonLines.WriteValue(json, key.RevokedAt);
            });
        }

        return keys.Count;
    }
}
