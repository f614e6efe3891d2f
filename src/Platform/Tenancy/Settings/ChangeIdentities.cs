using Microsoft.EntityFrameworkCore;
using Pupitre.Kernel;
using Pupitre.Platform.Data;
using Pupitre.Platform.Ledger;

namespace Pupitre.Platform.Tenancy.Settings;

/// <summary>Says under what else the company appears on papers: another SIREN, a former name.</summary>
public sealed class ChangeIdentities(Db db, Tenant tenant)
{
    /// <summary>What one company can have been called.</summary>
    public const int MaxIdentities = 40;

    /// <param name="identity">A SIREN, a SIRET (kept as its SIREN) or a name.</param>
    /// <param name="because">What made somebody say so, such as the name of a file; null when it was typed on its own.</param>
    public async Task AddAsync(string? identity, string? because, CancellationToken token)
    {
        var line = LineOf(identity, isTyped: because is null);
        var company = await db.Companies.SingleAsync(row => row.Id == tenant.CompanyId, token);
        var lines = OwnIdentities.Parse(company.Identities);
        if (lines.Contains(line, StringComparer.OrdinalIgnoreCase) || line == company.Siren)
        {
            return;
        }

        if (lines.Count >= MaxIdentities)
        {
            throw new Refused(Texts.Identity_TooMany.With(MaxIdentities), "Identity");
        }

        company.AppearAs(string.Join('\n', [.. lines, line]));
        db.Record("IdentityAdded", new SubjectRef("company", company.Id), new { company.Name, Identity = line, Because = because });
        await db.SaveChangesAsync(token);
        tenant.Company.AppearAs(company.Identities);
    }

    public async Task RemoveAsync(string? identity, CancellationToken token)
    {
        var company = await db.Companies.SingleAsync(row => row.Id == tenant.CompanyId, token);
        var lines = OwnIdentities.Parse(company.Identities);
        if (identity is null || !lines.Contains(identity, StringComparer.Ordinal))
        {
            throw new NotFound();
        }

        company.AppearAs(string.Join('\n', lines.Where(line => line != identity)));
        db.Record("IdentityRemoved", new SubjectRef("company", company.Id), new { company.Name, Identity = identity });
        await db.SaveChangesAsync(token);
        tenant.Company.AppearAs(company.Identities);
    }

    private static string LineOf(string? identity, bool isTyped)
    {
        var text = string.Join(' ', (identity ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (text.Length == 0)
        {
            throw new Refused(Texts.Identity_Missing, "Identity");
        }

        if (!Siren.Normalize(text)!.All(char.IsAsciiDigit))
        {
            return text.Length <= Company.MaxNameLength ? text : throw new Refused(Texts.Field_TooLong.With("", Company.MaxNameLength), "Identity");
        }

        // What a paper bears is taken as it stands; what is typed may be mistyped.
        return Siren.Normalize(text) is { Length: Siren.Length or SiretLength } digits && (!isTyped || Siren.HasValidKey(digits[..Siren.Length]))
            ? digits[..Siren.Length]
            : throw new Refused(Texts.Identity_Number.With(text), "Identity");
    }

    private const int SiretLength = 14;
}
