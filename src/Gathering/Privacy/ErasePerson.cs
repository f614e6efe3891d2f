using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Microsoft.EntityFrameworkCore;
using Pupitre.Kernel;
using Pupitre.Platform;
using Pupitre.Platform.Data;
using Pupitre.Platform.Ledger;
using Pupitre.Platform.People;
using Pupitre.Platform.Tenancy;

namespace Pupitre.Gathering.Privacy;

/// <summary>Finds all that is kept about a person, hands it out, and erases it: what was shown before is what is done.</summary>
public sealed class ErasePerson(Db db, Tenant tenant, IEnumerable<IPersonalData> contributions)
{
    private static readonly JsonSerializerOptions _readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>What is kept about the person.</summary>
    public async Task<PersonalFile> PrepareAsync(Guid personId, CancellationToken token)
    {
        var whom = await WhomAsync(personId, token);
        var pieces = new List<PersonalPiece>();
        foreach (var contribution in Ordered())
        {
            pieces.AddRange((await contribution.FindAsync(whom, token)).Where(piece => piece.Count > 0));
        }

        var hasAccess = whom.AccountId is { } account && await db.Memberships.AnyAsync(row => row.CompanyId == tenant.CompanyId && row.AccountId == account, token);
        return new PersonalFile(whom.Name, pieces, hasAccess);
    }

    /// <summary>The same as a file for the person: JSON that people can read.</summary>
    public async Task<byte[]> ExportAsync(Guid personId, CancellationToken token)
    {
        var file = await PrepareAsync(personId, token);
        return JsonSerializer.SerializeToUtf8Bytes(
            new { person = file.Name, company = tenant.Company.Name, kept = file.Pieces.Select(piece => new { what = piece.What, count = piece.Count, stays = piece.Kept, content = piece.Content }) }, _readable);
    }

    /// <returns>How many things were erased.</returns>
    /// <exception cref="Refused">The person still has access to the company.</exception>
    public async Task<int> RunAsync(Guid personId, CancellationToken token)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(token);
        await LedgerChain.WaitForTurnAsync(db, tenant.CompanyId, token);
        var file = await PrepareAsync(personId, token);
        if (file.HasAccess)
        {
            throw new Refused(Texts.Privacy_HasAccess.With(file.Name));
        }

        var whom = await WhomAsync(personId, token);
        foreach (var contribution in Ordered())
        {
            await contribution.EraseAsync(whom, token);
        }

        // The line says that somebody was erased, and not who: their name is what was erased.
        db.Record("PersonErased", new SubjectRef(Person.Kind, personId), new { Count = file.Erased });
        await db.SaveChangesAsync(token);
        await transaction.CommitAsync(token);
        return file.Erased;
    }

    private IEnumerable<IPersonalData> Ordered() => contributions.OrderBy(known => known.Order);

    private async Task<Whom> WhomAsync(Guid personId, CancellationToken token) =>
        await db.Set<Person>().AsNoTracking().Where(row => row.Id == personId).Select(row => new Whom(row.Id, row.Name, row.Email, row.AccountId)).SingleOrDefaultAsync(token) ?? throw new NotFound();
}

/// <summary>All that is kept about a person.</summary>
/// <param name="HasAccess">They still belong to the company: their access is taken away first.</param>
public sealed record PersonalFile(string Name, IReadOnlyList<PersonalPiece> Pieces, bool HasAccess)
{
    public int Erased => Pieces.Where(piece => piece.IsErased).Sum(piece => piece.Count);

    public int Kept => Pieces.Where(piece => !piece.IsErased).Sum(piece => piece.Count);
}
