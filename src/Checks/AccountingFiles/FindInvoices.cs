using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Pupitre.Deliverables.Fec;
using Pupitre.Evidence.Events;
using Pupitre.Evidence.Imports;
using Pupitre.Evidence.Sources;
using Pupitre.Kernel;
using Pupitre.Kernel.Commitments;
using Pupitre.Platform.Data;
using Pupitre.Sourcing.Commitments;

namespace Pupitre.Checks.AccountingFiles;

/// <summary>Holds the purchases that are new in a file against the invoices that are followed: same document, same amount, same supplier.</summary>
internal sealed class FindInvoices(Db db)
{
    /// <summary>The invoices found in the file, by source; empty for a first file of the year, before which nothing was seen.</summary>
    public async Task<IReadOnlyList<InvoiceMatches>> RunAsync(CheckedFile found, CancellationToken token)
    {
        var added = found.Report?.Interim?.Changes.Where(change => change is { Kind: EntryChangeKind.Added } && change.Entry.Kinds.HasFlag(FecEntryKinds.Purchase)).Select(change => change.Entry).ToList() ?? [];
        if (added.Count == 0)
        {
            return [];
        }

        var hash = found.File.Parts.OrderBy(part => part.Number).First().Hash;
        var uses = (await (from use in db.Set<SourceUse>()
                           join source in db.Set<EvidenceSource>() on use.SourceId equals source.Id
                           join commitment in db.Set<Commitment>() on use.CommitmentId equals commitment.Id
                           where commitment.TemplateNumber == ReadyCommitments.SupplierInvoiceRecorded && commitment.ArchivedAt == null
                           select new { Source = source, Commitment = commitment.Id, IsKept = db.Set<Import>().Any(row => row.SourceId == source.Id && row.FileHash == hash && row.WithdrawnAt == null && row.State == ImportState.Done) })
            .AsNoTracking().ToListAsync(token)).DistinctBy(use => use.Source.Id).ToList();
        var names = found.Report!.Books.ThirdParties.Where(party => party.Auxiliary.Length > 0).DistinctBy(party => party.Auxiliary).ToDictionary(party => party.Auxiliary, party => party.Name);
        var invoices = await InvoicesAsync([.. uses.Select(use => use.Source.Number)], token);
        var matches = uses.Select(use => new InvoiceMatches(use.Source, use.Commitment, use.IsKept, [.. Found(added, invoices, use.Source.Number, names)]));
        return [.. matches.Where(match => match.Invoices.Count > 0)];
    }

    private static IEnumerable<(string Case, FecEntry Entry)> Found(List<FecEntry> added, ILookup<(int Source, string Reference), FollowedInvoice> invoices, int source, Dictionary<string, string> names) =>
        from entry in added
        let invoice = invoices[(source, Plain(entry.PieceRef))].FirstOrDefault(item => item.Agrees(entry, names.GetValueOrDefault(entry.ThirdParty)))
        where invoice is not null
        select (invoice.Name, entry);

    private async Task<ILookup<(int Source, string Reference), FollowedInvoice>> InvoicesAsync(List<int> sources, CancellationToken token)
    {
        var words = await db.Set<StoredWord>().AsNoTracking().Where(row => sources.Contains(row.Source)).ToDictionaryAsync(row => (row.Source, row.Number), row => row.Text, token);
        var stored = await db.Set<StoredCase>().AsNoTracking().Where(row => sources.Contains(row.Source)).ToListAsync(token);
        return stored.ToLookup(row => (row.Source, Plain(row.Name)), row => new FollowedInvoice(row.Name, Unpack(row.Attributes, number => words[(row.Source, number)])));
    }

    private static List<(string Name, string Value)> Unpack(ReadOnlySpan<byte> packed, Func<int, string> wordOf)
    {
        var attributes = new List<(string, string)>();
        while (PackedAttributes.Next(ref packed, out var name, out var value, out var text))
        {
            attributes.Add((wordOf(name), value > 0 ? wordOf(value) : Encoding.UTF8.GetString(text)));
        }

        return attributes;
    }

    /// <summary>A reference without what programs add or drop: letters and digits alone.</summary>
    private static string Plain(string reference) => string.Concat(reference.Where(char.IsLetterOrDigit)).ToUpperInvariant();

    /// <summary>An invoice that is followed: what the tables say of it.</summary>
    private sealed record FollowedInvoice(string Name, IReadOnlyList<(string Name, string Value)> Attributes)
    {
        private static readonly string[] _supplierWords = ["fournisseur", "supplier"];
        private static readonly CultureInfo _french = CultureInfo.GetCultureInfo("fr-FR");

        /// <summary>Where the tables give an amount or a supplier, it is that of the entry.</summary>
        public bool Agrees(FecEntry entry, string? supplier)
        {
            var amounts = Attributes.Select(pair => Amount(pair.Value)).OfType<decimal>().ToList();
            if (amounts.Count > 0 && !amounts.Contains(entry.ThirdPartyAmount))
            {
                return false;
            }

            var suppliers = Attributes.Where(pair => _supplierWords.Any(word => pair.Name.Folded().Contains(word, StringComparison.Ordinal))).Select(pair => Plain(pair.Value.Folded())).ToList();
            return supplier is null || suppliers.Count == 0 || suppliers.Contains(Plain(supplier.Folded()));
        }

        private static decimal? Amount(string text) =>
            decimal.TryParse(text.Replace(" ", "", StringComparison.Ordinal), NumberStyles.Number, _french, out var amount) || decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out amount) ? amount : null;
    }
}

/// <summary>Invoices of one source that a file holds for the first time.</summary>
/// <param name="IsKept">Whether that was kept as evidence already.</param>
/// <param name="Invoices">Name of the case, and the entry in the file.</param>
internal sealed record InvoiceMatches(EvidenceSource Source, Guid CommitmentId, bool IsKept, IReadOnlyList<(string Case, FecEntry Entry)> Invoices);
