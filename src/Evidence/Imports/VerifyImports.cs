using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Pupitre.Evidence.Events;
using Pupitre.Evidence.Sources;
using Pupitre.Kernel;
using Pupitre.Mining;
using Pupitre.Platform;
using Pupitre.Platform.Data;
using Pupitre.Platform.Files;
using Pupitre.Platform.Jobs;
using Pupitre.Platform.Ledger;
using Pupitre.Recognition.Tables;

namespace Pupitre.Evidence.Imports;

/// <summary>
/// Computes the digest of each import again from the events that it holds, in the order of its file. Where several events stand on one line
/// and were known before, that order is not kept with them: the file is then read again, and what it tells is compared with what is held.
/// </summary>
internal sealed class VerifyImports(Db db, FileStore files) : IVerify
{
    private Dictionary<int, string> _words = [];

    public async Task RunAsync(Verification found, JobProgress? progress, CancellationToken token)
    {
        var imports = await db.Set<Import>().AsNoTracking().Where(row => row.State == ImportState.Done || row.State == ImportState.ToDecide).OrderBy(row => row.StartedAt).ToListAsync(token);
        var numbers = await db.Set<EvidenceSource>().AsNoTracking().ToDictionaryAsync(row => row.Id, row => row.Number, token);
        foreach (var import in imports)
        {
            found.Imports++;
            switch (await IsAsReadAsync(import, numbers[import.SourceId], token))
            {
                case false:
                    found.BadImports.Add(import.FileName);
                    break;
                case null:
                    found.UncheckedImports.Add(import.FileName);
                    break;
            }

            await (progress?.ReportAsync(found.Files + found.Imports, found.Files + imports.Count, token) ?? Task.CompletedTask);
        }
    }

    /// <summary>Null when nothing certain can be said.</summary>
    private async Task<bool?> IsAsReadAsync(Import import, int source, CancellationToken token)
    {
        _words = await db.Set<StoredWord>().AsNoTracking().Where(row => row.Source == source).ToDictionaryAsync(row => row.Number, row => row.Text, token);
        var held = await HeldAsync(import, source, token);
        if (held.Count == import.Counts.Events && DigestOf(held.Select(row => row.Event)) == import.Digest)
        {
            return true;
        }

        if (held.Count != import.Counts.Events)
        {
            return false;
        }

        // What is new in the source was numbered in the order of the file.
        var isInOrder = held.TrueForAll(row => row.IsFirst) && !held.Exists(row => row.Event.IsCut);
        return isInOrder && DigestOf(held.OrderBy(row => row.Id).Select(row => row.Event)) == import.Digest ? true
            : await AgainstFileAsync(import, held, token) ?? (isInOrder ? false : null);
    }

    private async Task<List<Held>> HeldAsync(Import import, int source, CancellationToken token)
    {
        var (first, last) = (EvidenceKeys.First(source), EvidenceKeys.Last(source));
        var events = db.Set<StoredEvent>().AsNoTracking().Where(row => row.Id >= first && row.Id <= last);
        var names = db.Set<StoredCase>().AsNoTracking();
        var own = await events.Where(row => row.Import == import.Number).Join(names, row => row.CaseId, item => item.Id, (row, item) => new { row, item.Name, row.Line }).ToListAsync(token);
        var further = await events.Join(db.Set<Attestation>().AsNoTracking().Where(row => row.Import == import.Number), row => row.Id, more => more.EventId, (row, more) => new { row, more.Line })
            .Join(names, pair => pair.row.CaseId, item => item.Id, (pair, item) => new { pair.row, item.Name, pair.Line }).ToListAsync(token);
        return [.. own.Select(pair => Of(pair.row, pair.Name, pair.Line, isFirst: true)).Concat(further.Select(pair => Of(pair.row, pair.Name, pair.Line, isFirst: false)))
            .OrderBy(row => row.Line).ThenBy(row => row.Id)];
    }

    private Held Of(StoredEvent row, string caseName, int line, bool isFirst) =>
        new(row.Id, line, isFirst, new Told(caseName, Word(row.Activity), Word(row.Transition), Word(row.Resource), row.At, row.IsDay != 0));

    private string Word(int number) => number == 0 ? "" : _words.GetValueOrDefault(number, "?");

    // A newer program may read a file differently: only when it still reads what was read then does a difference mean something.
    private async Task<bool?> AgainstFileAsync(Import import, List<Held> held, CancellationToken token)
    {
        var json = await db.Set<SourceVersion>().AsNoTracking().Where(row => row.SourceId == import.SourceId && row.Number == import.SourceVersion).Select(row => row.MappingJson).SingleOrDefaultAsync(token);
        if (json is null)
        {
            return null;
        }

        try
        {
            await using var content = await files.OpenAsync(import.FileHash, token);
            using var events = TableFile.OpenEvents(content, TableMapping.FromJson(json));
            var read = Read(events, token).ToList();
            return DigestOf(read) == import.Digest
                ? read.Select(told => told.AsStored().Text).Order(StringComparer.Ordinal).SequenceEqual(held.Select(row => row.Event.Text).Order(StringComparer.Ordinal))
                : null;
        }
        catch (Exception unread) when (unread is NotFound or Refused or UnreadableLog or IOException)
        {
            return null;
        }
    }

    private static IEnumerable<Told> Read(EventFile events, CancellationToken token)
    {
        while (events.Read())
        {
            token.ThrowIfCancellationRequested();
            if (events.Bad is null)
            {
                var item = events.Event;
                yield return new Told(item.Case, item.Activity, item.Transition ?? "", item.Resource ?? "", item.At, item.IsDay);
            }
        }
    }

    private static string DigestOf(IEnumerable<Told> events)
    {
        using var digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var item in events)
        {
            digest.AppendData(Encoding.UTF8.GetBytes(item.Text));
        }

        return Convert.ToHexStringLower(digest.GetHashAndReset());
    }

    /// <summary>An event that an import holds.</summary>
    private sealed record Held(long Id, int Line, bool IsFirst, Told Event);

    /// <summary>What a digest is made of: see <see cref="WriteEvents"/>.</summary>
    private sealed record Told(string Case, string Activity, string Transition, string Resource, long At, bool IsDay)
    {
        public string Text => FormattableString.Invariant($"{Case}\u001f{Activity}\u001f{Transition}\u001f{Resource}\u001f{At}{(IsDay ? "d\n" : "\n")}");

        /// <summary>Words that are so long were cut on the way in.</summary>
        public bool IsCut => Activity.Length == StoredWord.MaxLength || Transition.Length == StoredWord.MaxLength || Resource.Length == StoredWord.MaxLength;

        public Told AsStored() => this with { Activity = Cut(Activity), Transition = Cut(Transition), Resource = Cut(Resource) };

        private static string Cut(string text) => SourceWords.Cut(text).ToString();
    }
}
