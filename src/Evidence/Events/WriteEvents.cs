using System.Buffers;
using System.Data.Common;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using NodaTime;
using Pupitre.Evidence.Imports;
using Pupitre.Kernel.Commitments;
using Pupitre.Platform.Data;
using Pupitre.Recognition.Tables;

namespace Pupitre.Evidence.Events;

/// <summary>
/// Writes the events of one import into its source, batch by batch: a new event gets a row, a known one gains an attestation.
/// Nothing of it counts before the import is done. Used inside <see cref="SourceWriting"/>.
/// </summary>
internal sealed class WriteEvents(Db db, int source, Import import) : IDisposable
{
    /// <summary>Rows of one transaction: some 50 ms on SQLite, so that clicks get their turn.</summary>
    public const int BatchRows = 4_000;

    private readonly EvidenceRows _rows = new(db);
    private readonly SourceWords _words = new(source);
    private readonly List<PendingEvent> _pending = new(BatchRows);
    private readonly HashSet<long> _addedCases = [];
    private readonly ArrayBufferWriter<byte> _packing = new();
    private readonly ArrayBufferWriter<byte> _digesting = new();
    private readonly IncrementalHash _digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    private HashSet<long>? _liveCases;
    private HashSet<int> _liveImports = [];
    private long _nextEvent;
    private long _firstNewCase;
    private long _lastMoment = long.MinValue;
    private long _lastDay = long.MinValue;
    private int _added;
    private int _seenAgain;

    public int Written => _added + _seenAgain;

    public ImportCounts Counts => new() { CasesAdded = _addedCases.Count, EventsAdded = _added, SeenAgain = _seenAgain };

    /// <summary>
    /// The last moment that was told, a day to its end; null when nothing was. Planned dates lie ahead: nothing is known of what has
    /// not come by <paramref name="now"/>.
    /// </summary>
    public Instant? KnownUntil(DateTimeZone zone, Instant now)
    {
        var moment = _lastMoment == long.MinValue ? (Instant?)null : EvidenceTime.ToInstant(_lastMoment);
        var day = _lastDay == long.MinValue ? (Instant?)null : EventTime.On(EvidenceTime.ToDay(_lastDay)).Latest(zone);
        return moment is null && day is null ? null : Instant.Min(now, Instant.Max(moment ?? Instant.MinValue, day ?? Instant.MinValue));
    }

    /// <summary>SHA-256 over the identities, in the order of the file.</summary>
    public string Digest() => Convert.ToHexStringLower(_digest.GetCurrentHash());

    /// <summary>Learns what the source holds.</summary>
    public async Task OpenAsync(CancellationToken token)
    {
        var imports = await db.Set<Import>().AsNoTracking().Where(row => row.SourceId == import.SourceId && row.Id != import.Id).ToListAsync(token);
        _liveImports = imports.Where(row => row.IsLive).Select(row => row.Number).ToHashSet();
        await foreach (var word in db.Set<StoredWord>().AsNoTracking().Where(row => row.Source == source).AsAsyncEnumerable().WithCancellation(token))
        {
            _words.Know(word.Number, word.Text);
        }

        await foreach (var known in db.Set<StoredCase>().AsNoTracking().Where(row => row.Source == source).Select(row => new { row.Id, row.Name }).AsAsyncEnumerable().WithCancellation(token))
        {
            _words.KnowCase(known.Id, known.Name);
        }

        var (first, last) = (EvidenceKeys.First(source), EvidenceKeys.Last(source));
        _nextEvent = 1 + (await db.Set<StoredEvent>().Where(row => row.Id >= first && row.Id <= last).MaxAsync(row => (long?)row.Id, token) ?? first);
        _firstNewCase = first + _words.CaseCount + 1;
        if (imports.Any(row => !row.IsLive))
        {
            _liveCases = await LiveCasesAsync(token);
        }
    }

    /// <summary>Takes an event; true when the batch is full and has to be written.</summary>
    public bool Add(IncomingEvent incoming)
    {
        if (_words.TakeCase(incoming.Case, out var caseId))
        {
            _words.NewCases.Add(new StoredCase { Id = caseId, Source = source, Name = incoming.Case, Attributes = Pack(incoming.CaseAttributes) });
        }

        if (caseId >= _firstNewCase || _liveCases?.Contains(caseId) == false)
        {
            _addedCases.Add(caseId);
        }

        var identity = new EventIdentity(
            caseId, incoming.At, incoming.IsDay ? 1 : 0, _words.Of(incoming.Activity), _words.Of(incoming.Transition), _words.Of(incoming.Resource));
        _pending.Add(new PendingEvent(identity, incoming.Line, Pack(incoming.Attributes)));
        ref var last = ref incoming.IsDay ? ref _lastDay : ref _lastMoment;
        last = Math.Max(last, incoming.At);
        AppendToDigest(incoming);
        return _pending.Count >= BatchRows;
    }

    /// <summary>Writes what was taken, in one transaction: the caller's, or one of its own.</summary>
    public async Task FlushAsync(CancellationToken token)
    {
        if (_pending.Count == 0)
        {
            return;
        }

        var known = await KnownAsync(token);
        var attestations = new List<PendingAttestation>();
        var fresh = new List<PendingEvent>(_pending.Count);
        foreach (var pending in _pending)
        {
            Sort(pending, known, fresh, attestations);
        }

        await using var own = db.Database.CurrentTransaction is null ? await db.Database.BeginTransactionAsync(token) : null;
        var raw = (own ?? db.Database.CurrentTransaction!).GetDbTransaction();
        await InsertWordsAsync(raw, token);
        await InsertEventsAsync(fresh, raw, token);
        await InsertAttestationsAsync(attestations, raw, token);
        if (own is not null)
        {
            await own.CommitAsync(token);
        }

        _words.NewWords.Clear();
        _words.NewCases.Clear();
        _pending.Clear();
    }

    public void Dispose() => _digest.Dispose();

    private void Sort(PendingEvent pending, Dictionary<EventIdentity, List<KnownEvent>> known, List<PendingEvent> fresh, List<PendingAttestation> attestations)
    {
        if (!known.TryGetValue(pending.Identity, out var alike))
        {
            known.Add(pending.Identity, alike = []);
        }

        // The n-th twin of this file is the n-th twin of the source.
        var match = alike.Find(candidate => !candidate.IsHeld);
        if (match is not null)
        {
            match.IsHeld = true;
            attestations.Add(new PendingAttestation(match.Id, pending.Line, Same(match.Attributes, pending.Attributes) ? null : pending.Attributes ?? []));
            _ = match.IsLive ? _seenAgain++ : _added++;
            return;
        }

        pending.Id = _nextEvent++;
        pending.Twin = alike.Count;
        alike.Add(new KnownEvent { Id = pending.Id, Twin = pending.Twin, IsHeld = true });
        fresh.Add(pending);
        _added++;
    }

    private static bool Same(byte[]? stored, byte[]? told) => (stored ?? []).AsSpan().SequenceEqual(told ?? []);

    // Only cases that were there before this batch can hold a known event; a log that lists case after case asks for nearly none.
    private async Task<Dictionary<EventIdentity, List<KnownEvent>>> KnownAsync(CancellationToken token)
    {
        var known = new Dictionary<EventIdentity, List<KnownEvent>>(_pending.Count);
        var newFrom = _words.NewCases.Count > 0 ? _words.NewCases[0].Id : long.MaxValue;
        var cases = _pending.Select(row => row.Identity.CaseId).Where(id => id < newFrom).ToHashSet();
        if (cases.Count == 0)
        {
            return known;
        }

        var byId = await ReadKnownAsync(cases, known, token);
        await ReadHoldersAsync(byId, token);
        return known;
    }

    private async Task<Dictionary<long, KnownEvent>> ReadKnownAsync(HashSet<long> cases, Dictionary<EventIdentity, List<KnownEvent>> known, CancellationToken token)
    {
        await using var command = _rows.Connection.CreateCommand();
        command.CommandText = $"""
            select id, case_id, at, is_day, activity, transition, resource, twin, import, attributes from evidence_events
            where {_rows.Among("case_id", "@cases")} and at between @first and @last order by twin
            """;
        EvidenceRows.Add(command, "@cases", _rows.Keys(cases));
        EvidenceRows.Add(command, "@first", _pending.Min(row => row.Identity.At));
        EvidenceRows.Add(command, "@last", _pending.Max(row => row.Identity.At));
        var byId = new Dictionary<long, KnownEvent>();
        await using var reader = await command.ExecuteReaderAsync(token);
        while (await reader.ReadAsync(token))
        {
            var stored = ReadOne(reader, out var identity);
            byId.Add(stored.Id, stored);
            if (!known.TryGetValue(identity, out var alike))
            {
                known.Add(identity, alike = []);
            }

            alike.Add(stored);
        }

        return byId;
    }

    private KnownEvent ReadOne(DbDataReader reader, out EventIdentity identity)
    {
        identity = new EventIdentity(reader.GetInt64(1), reader.GetInt64(2), reader.GetInt32(3), reader.GetInt32(4), reader.GetInt32(5), reader.GetInt32(6));
        var holder = reader.GetInt32(8);
        return new KnownEvent
        {
            Id = reader.GetInt64(0),
            Twin = reader.GetInt32(7),
            Attributes = reader.IsDBNull(9) ? null : (byte[])reader.GetValue(9),
            IsLive = _liveImports.Contains(holder),
            IsHeld = holder == import.Number,
        };
    }

    private async Task ReadHoldersAsync(Dictionary<long, KnownEvent> byId, CancellationToken token)
    {
        if (byId.Count == 0)
        {
            return;
        }

        await using var command = _rows.Connection.CreateCommand();
        command.CommandText = $"select event_id, import from evidence_attestations where {_rows.Among("event_id", "@events")}";
        EvidenceRows.Add(command, "@events", _rows.Keys(byId.Keys));
        await using var reader = await command.ExecuteReaderAsync(token);
        while (await reader.ReadAsync(token))
        {
            var stored = byId[reader.GetInt64(0)];
            var holder = reader.GetInt32(1);
            stored.IsLive |= _liveImports.Contains(holder);
            stored.IsHeld |= holder == import.Number;
        }
    }

    private async Task<HashSet<long>> LiveCasesAsync(CancellationToken token)
    {
        var (first, last) = (EvidenceKeys.First(source), EvidenceKeys.Last(source));
        var events = db.Set<StoredEvent>().Where(row => row.Id >= first && row.Id <= last);
        var live = _liveImports.ToList();
        var own = events.Where(row => live.Contains(row.Import)).Select(row => row.CaseId);
        var further = from row in events
                      join attestation in db.Set<Attestation>() on row.Id equals attestation.EventId
                      where live.Contains(attestation.Import)
                      select row.CaseId;
        return (await own.Union(further).ToListAsync(token)).ToHashSet();
    }

    private async Task InsertWordsAsync(DbTransaction transaction, CancellationToken token)
    {
        var company = Column.Company(db.CompanyId, db.Database.IsNpgsql());
        var words = _words.NewWords;
        await _rows.InsertAsync(
            "evidence_words", [Column.Small("source", _ => source), Column.Small("number", row => words[row].Number), company, Column.Text("text", row => words[row].Text)], words.Count, transaction, token);
        var cases = _words.NewCases;
        await _rows.InsertAsync(
            "evidence_cases",
            [Column.Number("id", row => cases[row].Id), company, Column.Small("source", _ => source), Column.Text("name", row => cases[row].Name), Column.Bytes("attributes", row => cases[row].Attributes)],
            cases.Count, transaction, token);
    }

    private Task InsertEventsAsync(List<PendingEvent> fresh, DbTransaction transaction, CancellationToken token) => _rows.InsertAsync(
        "evidence_events",
        [
            Column.Number("id", row => fresh[row].Id),
            Column.Company(db.CompanyId, db.Database.IsNpgsql()),
            Column.Number("case_id", row => fresh[row].Identity.CaseId),
            Column.Number("at", row => fresh[row].Identity.At),
            Column.Small("is_day", row => fresh[row].Identity.IsDay),
            Column.Small("activity", row => fresh[row].Identity.Activity),
            Column.Small("transition", row => fresh[row].Identity.Transition),
            Column.Small("resource", row => fresh[row].Identity.Resource),
            Column.Small("twin", row => fresh[row].Twin),
            Column.Small("import", _ => import.Number),
            Column.Small("line", row => fresh[row].Line),
            Column.Bytes("attributes", row => fresh[row].Attributes),
        ],
        fresh.Count, transaction, token);

    private Task InsertAttestationsAsync(List<PendingAttestation> attestations, DbTransaction transaction, CancellationToken token) => _rows.InsertAsync(
        "evidence_attestations",
        [
            Column.Number("event_id", row => attestations[row].EventId),
            Column.Small("import", _ => import.Number),
            Column.Company(db.CompanyId, db.Database.IsNpgsql()),
            Column.Small("line", row => attestations[row].Line),
            Column.Bytes("attributes", row => attestations[row].Attributes),
        ],
        attestations.Count, transaction, token);

    private byte[]? Pack(List<KeyValuePair<string, string>> attributes)
    {
        if (attributes.Count == 0)
        {
            return null;
        }

        _packing.ResetWrittenCount();
        foreach (var (name, value) in attributes)
        {
            var number = _words.OfValue(value);
            if (number > 0)
            {
                PackedAttributes.WriteWord(_packing, _words.Of(name), number);
            }
            else if (value.Length > 0)
            {
                PackedAttributes.WriteText(_packing, _words.Of(name), SourceWords.Cut(value));
            }
        }

        return _packing.WrittenCount == 0 ? null : _packing.WrittenSpan.ToArray();
    }

    private void AppendToDigest(IncomingEvent incoming)
    {
        _digesting.ResetWrittenCount();
        Append(incoming.Case);
        Append(incoming.Activity);
        Append(incoming.Transition);
        Append(incoming.Resource);
        System.Buffers.Text.Utf8Formatter.TryFormat(incoming.At, _digesting.GetSpan(24), out var length);
        _digesting.Advance(length);
        _digesting.Write(incoming.IsDay ? "d\n"u8 : "\n"u8);
        _digest.AppendData(_digesting.WrittenSpan);

        void Append(string? text)
        {
            Encoding.UTF8.GetBytes(text ?? "", _digesting);
            _digesting.Write("\u001f"u8);
        }
    }
}
