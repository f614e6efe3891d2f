using Microsoft.EntityFrameworkCore;
using Pupitre.Gathering.Exports;
using Pupitre.Platform.Data;

namespace Pupitre.Collecting.Mailboxes;

/// <summary>Which mailboxes are read, and nothing with which one could read them: neither the password nor a token.</summary>
internal sealed class MailboxesSection(Db db) : ExportSection
{
    public override string Name => "mailboxes";

    public override async Task<long> WriteAsync(Stream lines, CancellationToken token)
    {
        var mailboxes = await db.Set<Mailbox>().AsNoTracking().OrderBy(row => row.Id).ToListAsync(token);
        foreach (var mailbox in mailboxes)
        {
            JsonLines.Write(lines, json =>
            {
                foreach (var (name, value) in Values(mailbox))
                {
                    json.WritePropertyName(name);
                    JsonLines.WriteValue(json, value);
                }
            });
        }

        return mailboxes.Count;
    }

    private static (string Name, object? Value)[] Values(Mailbox row) =>
    [
        ("id", row.Id), ("company_id", row.CompanyId), ("version", row.Version), ("address", row.Address), ("host", row.Host),
        ("port", row.Port), ("tls", row.Tls.ToString()), ("user", row.User), ("sign_in", row.SignIn.ToString()), ("folder", row.Folder),
        ("use", row.Use.ToString()), ("reason", row.Reason), ("declared_by", row.DeclaredBy), ("declared_at", row.DeclaredAt),
        ("takes_tokens", row.TakesTokens), ("every_minutes", row.EveryMinutes), ("since", row.Since),
        ("o_auth_client_id", row.OAuthClientId), ("o_auth_device_endpoint", row.OAuthDeviceEndpoint),
        ("o_auth_token_endpoint", row.OAuthTokenEndpoint), ("o_auth_scope", row.OAuthScope), ("paused_at", row.PausedAt),
        ("removed_at", row.RemovedAt),
    ];
}
